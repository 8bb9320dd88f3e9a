import Link from "next/link";
import type { Cell } from "@/components/ui/table-types";
import type { Guidance } from "@/lib/work/help/guidance";

/** Where the answer stands that people keep asking for: the step that does it with its good path, or where it should be written down. */
export function guidanceCell(guidance: readonly Guidance[], keepsComing: boolean): Cell {
  const parts = guidance.flatMap(partsOf);
  if (parts.length === 0)
    return keepsComing
      ? linked([{ text: "Name the task it is about, and map it on a workflow", href: "/work/workflows" }])
      : null;
  return linked(parts);
}

type Part = { text: string; href: string };

function partsOf({ name, goodPath, steps }: Guidance): Part[] {
  if (steps.length === 0)
    return [
      goodPath === null
        ? { text: `“${name}” is on no workflow: write the answer into a step`, href: "/work/workflows" }
        : { text: `“${name}”: ${goodPath}`, href: "/work/workflows" },
    ];
  return steps.map((step) => {
    const path = step.goodPath ?? goodPath;
    const where = `${step.workflow}: ${step.name}`;
    return {
      text: path === null ? `${where}: write the answer into the step` : `${where}: ${path}`,
      href: `/work/workflows/${step.workflowId}#${step.id}`,
    };
  });
}

const linked = (parts: readonly Part[]): Cell => ({
  text: parts.map(({ text }) => text).join("; "),
  node: (
    <span className="flex flex-col gap-1">
      {parts.map(({ text, href }) => (
        <Link key={`${href} ${text}`} className="link" href={href}>
          {text}
        </Link>
      ))}
    </span>
  ),
});
