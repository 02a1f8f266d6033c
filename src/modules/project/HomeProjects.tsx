import { useQuery } from "@tanstack/react-query";
import { AppLink } from "../../platform/ui/Button.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { projectsQuery } from "./api.ts";
import { projectMessages } from "./messages.ts";

/** The first screen of who settles or steers projects: each with its period and how many take part; no names. */
export function HomeProjects() {
  const t = useMessages(projectMessages);
  const projects = useQuery(projectsQuery);
  return (
    <Card title={t("projects.title")}>
      <Loaded query={projects} lines={2}>
        {({ projects: all }) =>
          all.length === 0 ? (
            <p className="soft">{t("projects.empty")}</p>
          ) : (
            <ul role="list" className="stack">
              {all.map((project) => (
                <li key={project.id}>
                  <AppLink to={`/projects/${project.id}`}>{project.title}</AppLink>
                  <span className="cluster small soft">
                    <span>{t("home.active", { active: project.active, enrolled: project.enrolled })}</span>
                    {project.endsOn && (
                      <span>
                        {t("endsOn")}: <DateText day={project.endsOn} />
                      </span>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}
