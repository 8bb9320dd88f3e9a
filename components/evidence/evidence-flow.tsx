import Link from "next/link";
import type { ReactNode } from "react";
import { may, type Permission } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import type { DataMap } from "@/lib/evidence/map/data-map";
import type { Formats } from "@/lib/format/formats";

/** From sources to decisions, layer by layer, with what of it is there. */
export function EvidenceFlow({ map, roles, formats }: { map: DataMap; roles: Viewer["roles"]; formats: Formats }) {
  const { skills, kpis, initiatives } = map;
  const sum = (of: (skill: DataMap["skills"][number]) => number | undefined) =>
    formats.number(skills.reduce((total, skill) => total + (of(skill) ?? 0), 0));
  const link = (href: string, text: string, permission: Permission) =>
    may(roles, permission) ? (
      <Link className="link" href={href}>
        {text}
      </Link>
    ) : (
      text
    );
  const layers: readonly (readonly [string, ReactNode])[] = [
    [
      "Sources",
      <>
        Work systems, learning platforms, people who look. {link("/data", "Data", "data.read")} says what came in when.
      </>,
    ],
    [
      "Learning events",
      <>
        Exposure: what somebody watched, practised or passed. {sum(({ tests }) => tests)} tests and{" "}
        {sum(({ practices }) => practices)} practices are tied to skills.
      </>,
    ],
    [
      "Applied skill signals",
      <>
        Capability: {sum(({ ratings }) => ratings?.manager)} ratings by managers, {sum(({ ratings }) => ratings?.peer)}{" "}
        by peers, {sum(({ ratings }) => ratings?.system)} by systems through{" "}
        {link("/skills/evidence/signals", `${sum(({ rules }) => rules.length)} rules`, "skill.read")}.
      </>,
    ],
    [
      "Validated evidence",
      <>
        Weighed, aged and held against each other by {link("/skills/evidence", "the rules of evidence", "skill.read")}.
        Contested ratings are taken out.
      </>,
    ],
    ["Capability", <>Who can do what, by role and site, as shares of those whose role needs it.</>],
    [
      "Outcome and decision",
      <>
        {formats.number(kpis)} KPIs on file; {formats.number(initiatives)}{" "}
        {link("/initiatives", "initiatives", "initiative.read")} hold skill and outcome against each other.
      </>,
    ],
  ];
  return (
    <ol className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {layers.map(([title, text], index) => (
        <li key={title} className="border-l-4 border-rule-2 px-4 py-2">
          <p className="text-caption text-ink-3">Layer {index + 1}</p>
          <h3 className="text-body font-semibold">{title}</h3>
          <p className="text-table text-ink-2">{text}</p>
        </li>
      ))}
    </ol>
  );
}
