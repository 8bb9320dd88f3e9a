import { readMinimumGroup } from "@/lib/evaluation/minimum-group";
import { type Check, type CheckResult, cannotTell } from "./check";
import { type ActivityUse, readActivityUse } from "./content-version-sql";
import { shareText } from "./share-text";

const id = "content_version";
const help =
  "Keep the content as it is until the follow-up ends; where it had to change, say from when, and bring in the version of each use.";
/** People who must have had either version alone before two programmes are told apart. */
const fewestEach = 20;
/** Share of the users of a wave or cluster with one version, from which on it had that version. */
const nearlyAll = 0.8;
/** Share of users about whom a version is missing, from which on it matters. */
const mostSilent = 0.1;

/**
 * Did all the treated see the same content? Versions named by their uses of the initiative's activities, from exposure to the end of the
 * follow-up. One version of each passes, several warn with the share that saw each. It fails where waves (else clusters) with 20
 * people or more had one version and others with as many had another: the effect then is of two programmes. Where the activity has a version
 * on file and its uses name none nobody can tell. Where neither names one, versions are not kept here, and there is nothing to
 * check: that holds no grade down.
 */
export const contentVersion: Check = async ({ tx, plan, windows }) => {
  const all = await readActivityUse(tx, plan, windows);
  const minimum = await readMinimumGroup(tx, plan.orgId);
  const used = all.filter(({ users }) => users > 0);
  const versioned = used.filter(({ current, versions }) => current !== null || versions.length > 0);
  if (versioned.length === 0) return null;
  const answer = (status: CheckResult["status"], of: ActivityUse | undefined, says: string): CheckResult => ({
    id,
    status,
    value: of ? shownShare(of, minimum) : 0,
    says,
    help,
    picture: versioned.flatMap(({ activity, versions, users }) =>
      versions.flatMap(({ version, people }) =>
        people < minimum ? [] : [{ label: `${activity}, version ${version}`, value: people / users }],
      ),
    ),
  });

  for (const use of versioned) {
    const split = splitOf(use);
    if (split) {
      const says = `“${use.activity}” was version ${split[0]} in some ${split[2]} and version ${split[1]} in others: the effect mixes two programmes.`;
      return answer("fail", use, says);
    }
  }
  const [mixed] = versioned
    .filter(({ versions }) => versions.length > 1)
    .toSorted((left, right) => otherShare(right) - otherShare(left));
  if (mixed) {
    const shares = mixed.versions.map(
      ({ version, people }) => `version ${version} by ${shareOf(people, mixed, minimum)}`,
    );
    return answer("warn", mixed, `“${mixed.activity}” was seen in ${shares.join(", ")} of the treated who used it.`);
  }
  const [unsaid] = versioned.filter(({ versions }) => versions.length === 0);
  if (unsaid) {
    const says = `“${unsaid.activity}” has version ${unsaid.current} on file, but no use of it says which version was seen.`;
    return cannotTell(id, says, "Bring in learning_events.csv with the version of each use.");
  }
  const [silent] = versioned.filter((use) => use.silent > mostSilent * use.users);
  if (silent) {
    const says = `The version of “${silent.activity}” is not on file for ${shareOf(silent.silent, silent, minimum)} of the treated who used it.`;
    return answer("warn", silent, says);
  }
  const names = versioned.map(({ activity, versions }) => `“${activity}” ${versions[0]?.version}`);
  return answer("pass", undefined, `The treated who used them all saw one version: ${names.join(", ")}.`);
};

/** Share of the users who saw anything but the commonest version. */
function otherShare({ users, versions }: ActivityUse): number {
  const [, ...others] = versions;
  const people = others.reduce((sum, version) => sum + version.people, 0);
  return users === 0 ? 0 : Math.min(1, people / users);
}

/** As `otherShare`; null where it is about too few to say. */
const shownShare = (use: ActivityUse, minimum: number) =>
  use.versions.slice(1).some(({ people }) => people < minimum) ? null : otherShare(use);

/** A share in words, or that it is about too few to say. */
const shareOf = (people: number, { users }: ActivityUse, minimum: number) =>
  people < minimum ? "a few" : shareText(people / users);

/** Two versions that were each nearly everybody's in waves or clusters of 20 people or more; null where there are no two. */
function splitOf({ places }: ActivityUse): readonly [string, string, string] | null {
  const people = new Map<string, number>();
  for (const place of places) {
    if (place.people < nearlyAll * place.of) continue;
    people.set(place.version, (people.get(place.version) ?? 0) + place.people);
  }
  const [first, second] = [...people].filter(([, count]) => count >= fewestEach).map(([version]) => version);
  if (first === undefined || second === undefined) return null;
  return [first, second, places.every(({ place }) => place.startsWith("wave-")) ? "waves" : "clusters"];
}
