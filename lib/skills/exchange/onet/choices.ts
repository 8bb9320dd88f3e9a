import type { ChoiceGroup } from "@/lib/skills/exchange/choices";
import type { Offer } from "./offer";

const number = (value: number | null, digits = 2) => (value === null ? "–" : value.toFixed(digits));
const whole = (value: number | null) => (value === null ? "–" : String(value));
const marks = (...said: (string | false)[]) => said.filter((one) => one !== false).join(", ");

/** What an occupation has to offer, as tables to tick. */
export function onetChoices({ tasks, skills, technologies, styles, activities }: Offer): ChoiceGroup[] {
  const taskNames = new Map(tasks.map(({ code, name }) => [code, name]));
  const groups: ChoiceGroup[] = [
    {
      id: "tasks",
      title: "Tasks",
      lead: "Frequency and impact are on our scale of 1 to 5, made from the release's seven categories and its importance. Where nobody rated a task they stay open.",
      columns: ["Type", "Frequency", "Impact", "Remark"],
      items: tasks.map((task) => ({
        key: task.key,
        name: task.name,
        usual: task.usual,
        cells: [task.type, whole(task.frequency), whole(task.impact), marks(task.imprecise && "imprecise, O*NET says")],
      })),
    },
    {
      id: "skills",
      title: "Skills",
      lead: "Importance runs from 1 to 5. The level runs from 0 to 7 there and becomes the target level here, straight from end to end and rounded.",
      columns: ["Importance", "Level (0 to 7)", "Target (1 to 5)", "Remark"],
      items: skills.map((skill) => ({
        key: skill.key,
        name: skill.name,
        usual: skill.usual,
        cells: [
          number(skill.importance),
          number(skill.level),
          whole(skill.targetLevel),
          marks(skill.notRelevant && "not relevant, O*NET says", skill.imprecise && "imprecise, O*NET says"),
        ],
      })),
    },
    {
      id: "technologies",
      title: "Technology skills",
      lead: "Each becomes a skill of system fluency. Take those your people really use; the release lists everything advertised.",
      columns: ["Kind", "Remark"],
      items: technologies.map((one) => ({
        key: one.key,
        name: one.name,
        usual: one.usual,
        cells: [one.category, marks(one.inDemand && "in demand", one.hot && "hot technology")],
      })),
    },
    {
      id: "styles",
      title: "Work styles",
      lead: "Traits. They cannot be seen as they are: take one only to write behaviours for it.",
      columns: ["Impact (-3 to 3)", "Rank"],
      items: styles.map((one) => ({
        key: one.key,
        name: one.name,
        usual: one.usual,
        cells: [number(one.impact), whole(one.rank)],
      })),
    },
    {
      id: "activities",
      title: "Detailed work activities",
      lead: "What behaviours could be written from. Each goes under the most important skill chosen that it calls on, with a blank to fill in before it can be published.",
      columns: ["In the task"],
      items: activities.map((one) => ({
        key: one.key,
        name: one.name,
        usual: one.usual,
        cells: [one.tasks.map((id) => taskNames.get(id) ?? id).join("; ")],
      })),
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}
