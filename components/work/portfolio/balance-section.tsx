import { GradeBadge } from "@/components/ui/grade-badge";
import { Section } from "@/components/ui/section";
import type { Formats } from "@/lib/format/formats";
import type { LearningBalance } from "@/lib/work/portfolio/read-balance";
import { BalanceTable, BalanceTasksTable } from "./balance-tables";

type BalanceSectionProps = { balance: LearningBalance; formats: Formats };

const sentence =
  "Time spent on a skill is set beside what goes wrong in the tasks that need it. This is a description: it does not say that more learning would take the trouble away.";

/** Whether learning time goes where work goes wrong. */
export function BalanceSection({ balance, formats }: BalanceSectionProps) {
  const { skills, withheld, elsewhere, trouble, minimum } = balance;
  if (skills.length === 0 || trouble === 0) {
    return (
      <Section title="Learning time against trouble" id="balance">
        <p className="max-w-prose text-ink-2">
          No task with jobs on file both needs a named skill and has errors, escalations or help on record, or all of it
          is of too few people.
        </p>
      </Section>
    );
  }
  const count = (of: string) => skills.filter(({ verdict }) => verdict === of).length;
  const left = [
    elsewhere > 0 && `${formats.number(elsewhere)} cases lie in tasks for which no skill is named`,
    withheld.tasks > 0 &&
      `${formats.number(withheld.tasks)} tasks of fewer than ${formats.number(minimum)} people are left out`,
    withheld.activities > 0 &&
      `${formats.number(withheld.activities)} activities used by fewer than ${formats.number(minimum)} people add no hours`,
  ].filter((one) => typeof one === "string");
  return (
    <Section
      title="Learning time against trouble"
      id="balance"
      lead={
        <>
          <p className="mb-2">
            {`Of ${formats.number(skills.length)} skills, ${formats.number(count("more-trouble"))} have more of the errors, escalations and helped jobs than of the learning time, ${formats.number(count("more-learning"))} more of the time than of the trouble.`}{" "}
            <GradeBadge
              grade="D"
              sentence={sentence}
              raise={["Evaluate an initiative of the skill against a comparison"]}
            />
          </p>
          <p className="text-table text-ink-2">
            Trouble of a task is split evenly over the skills it needs; shares are of the skills whose time is known.
            The ratio is the share of trouble over the share of hours, with a 95% interval that takes cases as
            independent. More or less is said where all of it lies beyond a quarter, from thirty cases on.
            {left.length > 0 ? ` ${left.join("; ")}.` : ""}
          </p>
        </>
      }
    >
      <BalanceTable balance={balance} formats={formats} />
      <div className="mt-8">
        <BalanceTasksTable balance={balance} formats={formats} />
      </div>
    </Section>
  );
}
