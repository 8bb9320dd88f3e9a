import { Empty } from "@/components/ui/states";
import type { Round } from "@/lib/observe/round";

/** Why there is nothing to observe, and what would change it. */
export function NothingDue({ reports, week }: Pick<Round, "reports" | "week">) {
  if (reports === 0) {
    return (
      <Empty title="Nobody reports to you today">
        Rounds ask about people who report to you directly, as the people file has it.
      </Empty>
    );
  }
  if (week.used >= week.budget) {
    return (
      <Empty title="That was this week’s share">
        You said what you saw {week.used} times since Monday. More is asked from Monday on.
      </Empty>
    );
  }
  return (
    <Empty title="Nothing is due">
      Everything the roles of your people ask for, and that you can see, was observed lately. Where a role has no
      behaviours yet, the learning team can add them under Skills.
    </Empty>
  );
}
