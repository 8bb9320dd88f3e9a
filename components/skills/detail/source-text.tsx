import type { RoleNode } from "@/lib/skills/tree/node";

/** Where a node was taken from, with what its licence wants said. */
export function SourceText({ source }: { source: NonNullable<RoleNode["source"]> }) {
  const from = [source.scheme, source.release, source.code].filter(Boolean).join(", ");
  return (
    <p className="mt-3 text-caption text-ink-3">
      Taken from {from}
      {source.licence ? ` under ${source.licence}` : ""}.{source.attribution ? ` ${source.attribution}` : ""}
    </p>
  );
}
