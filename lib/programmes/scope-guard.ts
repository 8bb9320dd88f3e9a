/** What decides whether a pilot is narrow and its pain can be measured. */
export type PilotScope = {
  /** Roles and behaviours the chain names. */
  roles: readonly string[];
  behaviours: number;
  /** The workflow: whose it is, and of its steps those with a KPI or a task whose work is recorded. */
  workflow: { name: string; role: string; steps: number; measured: number };
};

export type ScopeRemark = { blocks: boolean; says: string };

/** Conventions: what one team can change in ninety days and others can still follow. */
const mostSteps = 7;
const mostBehaviours = 5;

/** Why a pilot is too wide, or its pain cannot be counted. Empty where it is neither; what `blocks` keeps a programme from starting. */
export function scopeRemarks({ roles, behaviours, workflow }: PilotScope): ScopeRemark[] {
  const remarks: ScopeRemark[] = [];
  const { name, role, steps, measured } = workflow;
  const remark = (blocks: boolean, says: string) => remarks.push({ blocks, says });
  if (measured === 0) {
    remark(
      true,
      `Nothing in “${name}” is counted: no step names a KPI or a task. Its pain could not be shown to shrink.`,
    );
  }
  if (roles.length > 1) {
    remark(
      false,
      `The chain names ${roles.length} roles. A pilot is of one; the others can follow when it has shown a win.`,
    );
  }
  if (roles.length > 0 && !roles.includes(role)) {
    remark(false, `The workflow is that of ${role}, the chain is for ${roles.join(", ")}.`);
  }
  if (steps > mostSteps) remark(false, `The workflow has ${steps} steps. Choose the part of it that hurts.`);
  if (behaviours > mostBehaviours)
    remark(false, `The chain names ${behaviours} behaviours. Three to five can be seen.`);
  return remarks;
}
