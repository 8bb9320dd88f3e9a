import type { Statement } from "./statements";

/** Milliseconds an import of one file spent on its parts, by the statements it sent. */
export function stagesOf(statements: readonly Statement[], { began, ended }: { began: number; ended: number }) {
  const copy = statements.find(({ text }) => text.startsWith("copy staged"));
  const revise = statements.find(({ text }) => text.includes("set revision = revision + 1"));
  const finish = statements.find(({ text }) => text.includes('insert into "audit_log"'));
  if (!copy || !revise || !finish || finish.began < revise.began) {
    throw new Error("The import sent other statements, or in another order, than this bench expects");
  }
  const between = (from: number, to: number, ...words: string[]) =>
    statements
      .filter((one) => one.began >= from && one.ended <= to && words.some((some) => one.text.includes(some)))
      .reduce((sum, one) => sum + one.ended - one.began, 0);

  const ids = between(copy.ended, revise.began, "insert into event_ids");
  const facts = between(copy.ended, revise.began, 'insert into "learning_events"');
  const months = between(revise.began, finish.began, "insert into person_months", "update person_months");
  const cells = between(revise.began, finish.began, "insert into metric_cells");
  return {
    "recognise, hash and queue the file": copy.began - began,
    "parse, validate and stage by COPY": copy.ended - copy.began,
    "of that, this process's own processor time": copy.cpuAfter - copy.cpuBefore,
    "merge: ids into the registry": ids,
    "merge: facts": facts,
    "merge: everything else": revise.began - copy.ended - ids - facts,
    "rollups: person-months": months,
    "rollups: cells": cells,
    "rollups: everything else": finish.began - revise.began - months - cells,
    "audit and commit": ended - finish.began,
  };
}
