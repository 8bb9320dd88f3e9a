import { Ban, Check, CircleHelp, Clock, LoaderCircle, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type Status = "pass" | "warn" | "fail" | "unknown" | "running" | "waiting";

const looks: Record<Status, { Icon: LucideIcon; word: string; colour: string }> = {
  pass: { Icon: Check, word: "Passed", colour: "text-better" },
  warn: { Icon: TriangleAlert, word: "Warning", colour: "text-comparison" },
  fail: { Icon: Ban, word: "Failed", colour: "text-worse" },
  unknown: { Icon: CircleHelp, word: "Cannot tell", colour: "text-flat" },
  running: { Icon: LoaderCircle, word: "Running", colour: "text-line" },
  waiting: { Icon: Clock, word: "Waiting", colour: "text-flat" },
};

/** A status as sign and word. The word can be replaced: `<StatusText status="pass">Done</StatusText>`. */
export function StatusText({ status, children }: { status: Status; children?: ReactNode }) {
  const { Icon, word, colour } = looks[status];
  return (
    <span className={classNames("inline-flex items-center gap-1.5 font-medium", colour)}>
      <Icon aria-hidden="true" size={15} className={classNames("shrink-0", status === "running" && "animate-spin")} />
      <span>{children ?? word}</span>
    </span>
  );
}
