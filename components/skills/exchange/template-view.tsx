import { AnchorLadder } from "@/components/skills/detail/anchor-ladder";
import { DefinitionList } from "@/components/ui/definition-list";
import { Disclosure } from "@/components/ui/disclosure";
import { FactsTable } from "@/components/ui/facts-table";
import type { Template, TemplateSkill } from "@/lib/skills/templates/template";

const facetWords = { knowledge: "Knowledge", judgment: "Judgement", fluency: "System fluency" };

/** A template to be read before it is taken: role, tasks, skills, and what each behaviour looks like on each level. */
export function TemplateView({ template: { role, tasks, skills } }: { template: Template }) {
  return (
    <div className="space-y-8">
      <div>
        <h3 className="text-lead">{role.name}</h3>
        <p className="max-w-prose text-ink-2">{role.summary}</p>
      </div>
      <FactsTable
        caption="Tasks"
        columns={[
          { id: "name", header: "Task", rowHeader: true },
          { id: "frequency", header: "Frequency", align: "end" },
          { id: "impact", header: "Impact", align: "end" },
          { id: "critical", header: "Critical" },
        ]}
        rows={tasks.map(({ name, frequency, impact, critical }) => ({
          id: name,
          cells: { name, frequency, impact, critical: critical ? "must be able to do it alone" : "" },
        }))}
      />
      {skills.map((skill) => (
        <SkillOf key={skill.name} skill={skill} />
      ))}
    </div>
  );
}

function SkillOf({ skill }: { skill: TemplateSkill }) {
  return (
    <section>
      <h3 className="text-lead">{skill.name}</h3>
      <p className="max-w-prose text-ink-2">{skill.summary}</p>
      <div className="my-2">
        <DefinitionList
          items={[
            ["Facet", facetWords[skill.facet]],
            ["Risk and depth", `${skill.risk} risk, ${skill.depth}`],
            ["Needed for", skill.tasks.join("; ")],
            ["Target", `level ${skill.targetLevel} of 5`],
            ["Evidence counts half after", `${skill.halfLifeDays} days`],
          ]}
        />
      </div>
      {skill.behaviours.map(({ statement, anchors, ofTeam }) => (
        <Disclosure
          key={statement}
          className="border-b border-rule"
          summary={`${statement}${ofTeam ? " (the team together)" : ""}`}
        >
          <AnchorLadder anchors={anchors} target={skill.targetLevel} inRole />
        </Disclosure>
      ))}
    </section>
  );
}
