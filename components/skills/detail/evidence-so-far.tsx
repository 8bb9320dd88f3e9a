"use client";
import { useModel } from "@/components/skills/tree/model-context";
import { useFormats } from "@/components/ui/formats-provider";
import { StateText } from "@/components/ui/state-text";
import type { PeopleCount } from "@/lib/skills/read-usage";

type EvidenceSoFarProps = { nodeId: string; kind: "role" | "behaviour" };

const words = {
  role: {
    one: "person is in this role today",
    many: "people are in this role today",
    none: "Nobody is in this role today",
  },
  behaviour: {
    one: "person was seen in it by others in the last twelve months",
    many: "people were seen in it by others in the last twelve months",
    none: "Nobody was seen in it by others in the last twelve months",
  },
};

/** How many people stand behind a node; a group that is too small is withheld, and nobody is not nothing known. */
export function EvidenceSoFar({ nodeId, kind }: EvidenceSoFarProps) {
  const { usage, inForce, minimumGroupSize } = useModel();
  const formats = useFormats();
  if (!inForce.has(nodeId)) return "None yet: it is not in force";
  const count: PeopleCount | undefined = usage[nodeId]?.[kind === "role" ? "inRole" : "seen"];
  if (!count) return words[kind].none;
  if ("withheld" in count) return <StateText state="withheld" minimum={minimumGroupSize} />;
  return `${formats.number(count.people)} ${count.people === 1 ? words[kind].one : words[kind].many}`;
}
