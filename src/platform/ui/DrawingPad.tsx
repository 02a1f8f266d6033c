import { type PointerEvent, useEffect, useRef } from "react";
import { Button } from "./Button.tsx";
import { FieldGroup, type FieldProps, useFieldIds } from "./Field.tsx";
import "./drawingPad.css";

const [width, height] = [600, 200];
const ink = "#1a2126";

/**
 * A place to draw with finger, pen or mouse; the value is a PNG in Base64, "" while nothing is drawn. There is no drawing by
 * keyboard: the screen around it offers another way.
 */
export function DrawingPad(props: FieldProps<string> & { clear: string }) {
  const ids = useFieldIds(props);
  const canvas = useRef<HTMLCanvasElement>(null);
  const isDrawing = useRef(false);
  useEffect(() => {
    if (props.value === "") canvas.current?.getContext("2d")?.clearRect(0, 0, width, height);
  }, [props.value]);

  const pointOf = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return [
      ((event.clientX - box.left) / box.width) * width,
      ((event.clientY - box.top) / box.height) * height,
    ] as const;
  };
  function begin(event: PointerEvent<HTMLCanvasElement>): void {
    const pen = event.currentTarget.getContext("2d");
    if (!pen || props.disabled) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    isDrawing.current = true;
    Object.assign(pen, { lineWidth: 3, lineCap: "round", lineJoin: "round", strokeStyle: ink });
    pen.beginPath();
    pen.moveTo(...pointOf(event));
  }
  function draw(event: PointerEvent<HTMLCanvasElement>): void {
    const pen = event.currentTarget.getContext("2d");
    if (!isDrawing.current || !pen) return;
    pen.lineTo(...pointOf(event));
    pen.stroke();
  }
  function end(event: PointerEvent<HTMLCanvasElement>): void {
    if (!isDrawing.current) return;
    isDrawing.current = false;
    props.onChange(event.currentTarget.toDataURL("image/png").split(",")[1] ?? "");
  }
  return (
    <FieldGroup {...props} ids={ids}>
      <canvas
        ref={canvas}
        className="drawing-pad"
        width={width}
        height={height}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <div className="cluster">
        <Button disabled={props.value === ""} onClick={() => props.onChange("")}>
          {props.clear}
        </Button>
      </div>
    </FieldGroup>
  );
}
