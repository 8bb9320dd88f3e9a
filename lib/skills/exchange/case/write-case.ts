import { createHash } from "node:crypto";
import type { Extras } from "@/lib/skills/exchange/extras";
import { sortTree } from "@/lib/skills/exchange/named-tree";
import type { TaxonomyNode } from "@/lib/skills/tree/node";
import { type CaseAssociation, type CaseItem, type CaseLink, type CasePackage, ours } from "./case-json";

type About = { orgId: string; organisation: string; version: number | null; at: Date };

/**
 * A taxonomy as a CASE package: roles, tasks, skills and behaviours are items, what belongs to what are associations of the type
 * isChildOf, and that a role needs a skill is isRelatedTo. What CASE has no field for stands in extensions, so that reading it back loses
 * nothing.
 */
export function writeCase(nodes: Iterable<TaxonomyNode>, extras: Extras, about: About): CasePackage {
  const at = about.at.toISOString();
  const title = `Skills of ${about.organisation}`;
  const document: CaseLink = { title, identifier: about.orgId, uri: uriOf(about.orgId) };
  const items: CaseItem[] = [];
  const associations: CaseAssociation[] = [];
  const tree = sortTree(nodes);
  const attributions = new Set<string>();
  const linkOf = new Map<string, CaseLink>();

  const item = (
    node: Exclude<TaxonomyNode, { kind: "need" }>,
    type: string,
    statement: string,
    parent: CaseLink,
    notes: string | null,
  ) => {
    if (node.source?.attribution) attributions.add(node.source.attribution);
    linkOf.set(node.id, { title: statement, identifier: node.id, uri: uriOf(node.id) });
    items.push({
      identifier: node.id,
      uri: uriOf(node.id),
      fullStatement: statement,
      CFItemType: type,
      lastChangeDateTime: at,
      CFDocumentURI: document,
      ...(notes ? { notes } : {}),
      ...(node.source ? { humanCodingScheme: node.source.code } : {}),
      extensions: { [ours]: { ...fieldsOf(node), ...extraFields(node, extras) } },
    });
    associate(node.id, "isChildOf", parent, "position" in node ? node.position : null, null);
  };
  const associate = (
    from: string,
    type: string,
    to: CaseLink,
    sequence: number | null,
    extension: Record<string, unknown> | null,
    id?: string,
  ) => {
    const origin = linkOf.get(from);
    if (!origin) return;
    const identifier = id ?? uuidOf(`${from} ${type} ${to.identifier}`);
    associations.push({
      identifier,
      uri: uriOf(identifier),
      associationType: type,
      originNodeURI: origin,
      destinationNodeURI: to,
      lastChangeDateTime: at,
      ...(sequence === null ? {} : { sequenceNumber: sequence }),
      ...(extension ? { extensions: { [ours]: extension } } : {}),
    });
  };
  const link = (id: string): CaseLink => linkOf.get(id) ?? document;

  for (const skill of tree.skills) {
    item(skill, "Skill", skill.name, document, skill.summary);
    for (const behaviour of tree.behavioursOf(skill.id))
      item(behaviour, "Behaviour", behaviour.statement, link(skill.id), null);
  }
  for (const role of tree.roles) {
    item(role, "Role", role.name, document, role.summary);
    const tasks = tree.tasksOf(role.id);
    for (const task of tasks) item(task, "Task", task.name, link(role.id), null);
    for (const taskId of [null, ...tasks.map(({ id }) => id)]) {
      for (const need of tree.needsOf(role.id, taskId)) {
        const { kind, id, roleId, taskId: _task, skillId, position, ...rest } = need;
        associate(skillId, "isRelatedTo", link(taskId ?? roleId), position, { kind, ...rest }, id);
      }
    }
  }
  return {
    CFDocument: {
      identifier: about.orgId,
      uri: document.uri,
      creator: about.organisation,
      title,
      lastChangeDateTime: at,
      CFPackageURI: document,
      adoptionStatus: about.version === null ? "Draft" : "Implemented",
      caseVersion: "1.1",
      ...(about.version === null ? {} : { version: String(about.version) }),
      ...(attributions.size > 0 ? { notes: [...attributions].join(" ") } : {}),
    },
    CFItems: items,
    CFAssociations: associations,
  };
}

const uriOf = (id: string) => `urn:uuid:${id}`;

/** Fields of a node that neither the statement nor an association says. */
function fieldsOf(node: Exclude<TaxonomyNode, { kind: "need" }>): Record<string, unknown> {
  switch (node.kind) {
    case "role":
      return { kind: node.kind, source: node.source };
    case "task":
      return {
        kind: node.kind,
        critical: node.critical,
        frequency: node.frequency,
        impact: node.impact,
        source: node.source,
      };
    case "skill": {
      const { id: _id, name: _name, summary: _summary, ownerId: _owner, ...rest } = node;
      return rest;
    }
    case "behaviour": {
      const { id: _id, skillId: _skill, statement: _statement, position: _position, ...rest } = node;
      return rest;
    }
  }
}

function extraFields(node: TaxonomyNode, { owners, taskPaths, proficiency }: Extras): Record<string, unknown> {
  if (node.kind === "task") return { ...taskPaths.get(node.id) };
  const owner = "ownerId" in node && node.ownerId ? owners.get(node.ownerId) : undefined;
  const rule = proficiency.get(node.id);
  return { ...(owner ? { owner } : {}), ...(rule ? { proficiency: rule } : {}) };
}

/** The same uuid for the same text each time. */
function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
