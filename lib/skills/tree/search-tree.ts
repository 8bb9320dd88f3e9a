import type { BehaviourNode, RoleNode, SkillNode, TaskNode, TaxonomyNode } from "./node";
import type { TreeIndex } from "./tree-index";

type Named = RoleNode | TaskNode | SkillNode | BehaviourNode;
export type SearchHit = { node: Named; score: number };

/** By node, which never changes: an edit makes new nodes of those it touches, and only their text is folded again. */
const folded = new WeakMap<TaxonomyNode, { name: string; more: string }>();

/** Among equals, what stands further up comes first. */
const rank = { role: 3, task: 2, skill: 2, behaviour: 1 } as const;

/**
 * Nodes whose text holds every word (whatever the case and the diacritics), best first: the whole name, then its beginning, then words that
 * begin so, then anywhere in the name, then in the summary. Nothing where no word is given.
 */
export function searchTree({ tree }: TreeIndex, text: string): SearchHit[] {
  const wanted = fold(text);
  const words = wanted.split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const hits: SearchHit[] = [];
  for (const node of tree.values()) {
    if (node.kind === "need") continue;
    const { name, more } = textOf(node);
    const score = scoreOf(name, more, wanted.trim(), words);
    if (score > 0) hits.push({ node, score: score + rank[node.kind] });
  }
  const length = ({ node }: SearchHit) => textOf(node).name.length;
  return hits.sort(
    (a, b) => b.score - a.score || length(a) - length(b) || (textOf(a.node).name < textOf(b.node).name ? -1 : 1),
  );
}

function scoreOf(name: string, more: string, wanted: string, words: readonly string[]): number {
  if (name === wanted) return 100;
  let score = name.startsWith(wanted) ? 40 : 0;
  for (const word of words) {
    const at = name.indexOf(word);
    if (at >= 0) score += at === 0 || !/[\p{L}\p{N}]/u.test(name.charAt(at - 1)) ? 10 : 6;
    else if (more.includes(word)) score += 2;
    else return 0;
  }
  return score;
}

function textOf(node: Named): { name: string; more: string } {
  const known = folded.get(node);
  if (known) return known;
  const name = fold(node.kind === "behaviour" ? node.statement : node.name);
  const more = "summary" in node && node.summary ? fold(node.summary) : "";
  const text = { name, more };
  folded.set(node, text);
  return text;
}

/** Lower case without diacritics: "Évaluation" is "evaluation". */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
