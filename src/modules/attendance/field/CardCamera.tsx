import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { attendanceMessages } from "../messages.ts";

/** What reads a code out of a picture: the browser's own detector, else the library. */
type Detector = { detect(source: HTMLVideoElement): Promise<readonly { rawValue: string }[]> };
type DetectorClass = {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
};

async function openDetector(): Promise<Detector> {
  const own = Reflect.get(globalThis, "BarcodeDetector") as DetectorClass | undefined;
  if (own && (await own.getSupportedFormats()).includes("qr_code")) return new own({ formats: ["qr_code"] });
  const { decodeQR } = await import("qr/decode.js");
  const canvas = document.createElement("canvas");
  const paper = canvas.getContext("2d", { willReadFrequently: true });
  return {
    detect(video) {
      const [width, height] = [video.videoWidth, video.videoHeight];
      if (!paper || width === 0) return Promise.resolve([]);
      [canvas.width, canvas.height] = [width, height];
      paper.drawImage(video, 0, 0, width, height);
      try {
        return Promise.resolve([{ rawValue: decodeQR(paper.getImageData(0, 0, width, height)) }]);
      } catch {
        return Promise.resolve([]); // no code in this picture
      }
    },
  };
}

/** A picture is looked at so often, and one card is read once while it is held. In ms. */
const everyMs = 200;
const sameCardMs = 3000;

/** The camera's picture, looked at here alone: it is neither kept nor sent. */
export function CardCamera({ onRead }: { onRead: (text: string) => void }) {
  const t = useMessages(attendanceMessages);
  const video = useRef<HTMLVideoElement>(null);
  const [refused, setRefused] = useState(false);
  const tell = useEffectEvent(onRead);
  useEffect(() => {
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const last = { text: "", at: 0 };
    const look = async (detector: Detector) => {
      const [code] = video.current ? await detector.detect(video.current).catch(() => []) : [];
      const at = performance.now();
      if (code && (code.rawValue !== last.text || at - last.at > sameCardMs)) {
        Object.assign(last, { text: code.rawValue, at });
        tell(code.rawValue);
      }
      if (!ended) timer = setTimeout(() => void look(detector), everyMs);
    };
    const begin = async () => {
      const [detector, opened] = await Promise.all([
        openDetector(),
        navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false }),
      ]);
      stream = opened;
      if (ended || !video.current) return opened.getTracks().forEach((track) => track.stop());
      video.current.srcObject = opened;
      await video.current.play();
      void look(detector);
    };
    begin().catch(() => setRefused(true));
    return () => {
      ended = true;
      clearTimeout(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, []);
  if (refused) return <Notice tone="due">{t("scan.cameraRefused")}</Notice>;
  return (
    <div className="register-camera">
      <video ref={video} muted playsInline aria-label={t("scan.picture")} />
    </div>
  );
}
