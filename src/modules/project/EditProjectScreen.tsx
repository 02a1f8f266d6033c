import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { useSession } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { projectQuery, unitsQuery } from "./api.ts";
import { projectMessages } from "./messages.ts";
import { ProjectForm } from "./ProjectForm.tsx";

export function EditProjectScreen() {
  const t = useMessages(projectMessages);
  const projectId = useParam("projectId");
  const project = useQuery(projectQuery(projectId));
  return (
    <Page
      title={t("project.edit")}
      back={{ to: `/projects/${projectId}`, label: project.data?.title ?? t("projects.title") }}
      narrow
    >
      <Loaded query={project}>
        {(data) => (
          <ProjectForm
            key={data.version}
            projectId={projectId}
            known={data}
            units={[]}
            onReload={() => void project.refetch()}
          />
        )}
      </Loaded>
    </Page>
  );
}

/** A project belongs to one of the reader's own units. */
export function NewProjectScreen() {
  const t = useMessages(projectMessages);
  const [projectId] = useState(() => uuidv7());
  const several = (useSession().unitIds ?? []).length > 1;
  const units = useQuery({ ...unitsQuery, enabled: several });
  const options = (units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Page title={t("project.new")} back={{ to: "/projects", label: t("projects.title") }} narrow>
      <ProjectForm projectId={projectId} units={options} />
    </Page>
  );
}
