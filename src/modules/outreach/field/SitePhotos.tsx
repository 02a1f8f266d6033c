import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { DeviceProblem } from "../../../platform/device/problem.ts";
import { storeFile } from "../../../platform/ui/api.ts";
import { Button } from "../../../platform/ui/Button.tsx";
import { CheckField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { getCarrier } from "../../../platform/ui/carrier.ts";
import { now } from "../../../platform/ui/clock.ts";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { problemSentence } from "../../../platform/ui/problemText.ts";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { uiMessages } from "../../../platform/ui/uiMessages.ts";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { InstantText } from "../../../platform/ui/Words.tsx";
import { photosWaitingQuery, sitePhotosQuery } from "../api.ts";
import type { SiteLine } from "../contract.ts";
import { outreachMessages } from "../messages.ts";
import type { SitePhotoLine } from "../workContract.ts";
import { fieldMessages } from "./fieldMessages.ts";

/** What a place looks like, for the team alone: the way in, a danger. Never people: who puts one here says so, who sees one removes it. */
export function SitePhotos({ site }: { site: SiteLine }) {
  const f = useMessages(fieldMessages);
  const photos = useQuery(sitePhotosQuery(site.id));
  const waiting = useQuery(photosWaitingQuery(site.id));
  const all = photos.data?.photos ?? [];
  const unsent = (waiting.data?.photoIds ?? []).filter((id) => !all.some((photo) => photo.id === id)).length;
  return (
    <Card title={f("photo.title")}>
      <div className="in-card stack">
        {photos.isError && <p className="soft">{f("photo.offline")}</p>}
        {photos.data && all.length === 0 && unsent === 0 && <p className="soft">{f("photo.none")}</p>}
        {unsent > 0 && <p role="status">{f("photo.waits", { count: unsent })}</p>}
        {all.map((photo) => (
          <Photo key={photo.id} photo={photo} name={site.name} />
        ))}
        <TakePhoto siteId={site.id} />
      </div>
    </Card>
  );
}

function Photo({ photo: { id, takenAt, by }, name }: { photo: SitePhotoLine; name: string }) {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const form = useCommandForm({
    type: "site-photo.remove",
    draft: false,
    initial: {},
    build: () => ({ photoId: id }),
    messages: t,
    invalidates: [["outreach", "photos"]],
    onDone: () => toast({ text: f("photo.removed") }),
  });
  return (
    <figure className="site-photo">
      <img src={`/api/outreach/site-photos/${id}`} alt={f("photo.alt", { name })} loading="lazy" />
      <figcaption className="soft small">
        <InstantText at={takenAt} />, {by}
      </figcaption>
      <FormSection question={f("photo.remove")} hint={f("photo.removeText")} optional lazy>
        <CommandForm form={form} submit={f("photo.remove")} submitKind="danger">
          {null}
        </CommandForm>
      </FormSection>
    </figure>
  );
}

/** The worker says no more of a file that it cannot paint anew. */
const isUnread = (error: unknown): boolean => error instanceof DeviceProblem && error.code === "device.failed";

/** The camera, a look at what it saw, a word that nobody is on it. On an open device the picture is sealed there and goes when it can. */
function TakePhoto({ siteId }: { siteId: string }) {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const input = useRef<HTMLInputElement>(null);
  const ui = useMessages(uiMessages);
  const [isWorking, setWorking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [seen, setSeen] = useState<string>();
  useEffect(() => () => void (seen && URL.revokeObjectURL(seen)), [seen]);
  const form = useCommandForm({
    type: "site-photo.record",
    draft: false, // a picture is no part of a draft
    initial: { photoId: "", takenAt: "", nobody: false },
    build: ({ photoId, takenAt }) => ({ photoId, siteId, takenAt }),
    check: ({ nobody }) => (nobody ? [] : [{ path: "nobody", code: "field.required" }]),
    messages: t,
    invalidates: [["outreach", "photos"]],
    onDone: () => {
      toast({ text: f("photo.saved") });
      form.reset(); // for the next one
    },
  });
  const { values, field, set } = form;
  async function take(picture: File | undefined) {
    if (!picture) return;
    setWorking(true);
    setProblem(undefined);
    setSeen(undefined);
    set({ photoId: "", nobody: false });
    const carrier = getCarrier();
    try {
      const isCarried = carrier?.carries("site-photo.record");
      const photoId = carrier && isCarried ? await carrier.keepPhoto(picture) : await storeFile(picture);
      set({ photoId, takenAt: now().toISOString(), nobody: false });
      setSeen(URL.createObjectURL(picture));
    } catch (error) {
      setProblem(isUnread(error) ? f("photo.failed") : (carrier?.say(error, t.lang) ?? problemSentence(error, t, ui)));
    }
    setWorking(false);
  }
  const camera = (
    <>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        tabIndex={-1}
        aria-label={f("photo.choose")}
        accept="image/jpeg,image/png,image/webp"
        capture="environment"
        onChange={(event) => {
          const [picture] = event.currentTarget.files ?? [];
          event.currentTarget.value = "";
          void take(picture);
        }}
      />
      <div>
        <Button icon="plus" busy={isWorking && f("photo.working")} onClick={() => input.current?.click()}>
          {f("photo.take")}
        </Button>
      </div>
      <p className="soft small" role="status">
        {problem ?? (values.photoId ? f("photo.ready") : f("photo.hint"))}
      </p>
    </>
  );
  if (!values.photoId) return camera;
  return (
    <>
      {camera}
      <CommandForm form={form} submit={f("photo.save")} submitIcon="check" submitKind="quiet">
        {seen && (
          <figure className="site-photo">
            <img src={seen} alt={f("photo.choose")} />
          </figure>
        )}
        <CheckField label={f("photo.nobody")} {...field("nobody")} />
      </CommandForm>
    </>
  );
}
