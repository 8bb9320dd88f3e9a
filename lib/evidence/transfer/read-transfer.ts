import "server-only";
import { organisations } from "@/db/schema/organisations";
import { nobody } from "@/db/schema/rollups";
import { minimumPeople } from "@/lib/access/privacy";
import { defaultScope, readBounds, resolveScope } from "@/lib/access/scope";
import { readNames } from "@/lib/people/read-names";
import { keepForBounds } from "@/lib/prepared/keep-for-bounds";
import { readPrepared } from "@/lib/prepared/read-prepared";
import type { Told } from "@/lib/prepared/told";
import { keepRecent } from "@/lib/scorecard/keep-recent";
import { query } from "@/lib/server/tenant-access";
import { tellPlaces, tellWhole, transferKey } from "./tell-transfer";
import type { Transfer, TransferFacts } from "./transfer";
import { firstDayOf, readTransferFacts, transferOfOrganisation } from "./transfer-facts";

const kept = keepRecent<TransferFacts | null>(20);

/** `transfer` is null where there is no answer yet, or nothing on file. */
export type ToldTransfer = { told: Told; transfer: Transfer | null };

/**
 * Course by course, how many of those who passed it in the last twelve months, and whose role needs its skill, were seen applying it afterwards:
 * of the people the viewer may see; by role and site for the course asked for. Null where that course is not there.
 */
export const readTransfer = query(
  "capability.read",
  async (tx, { course }: { course: string | null }, viewer): Promise<ToldTransfer | null> => {
    const { orgId } = viewer;
    const bounds = await readBounds(tx, viewer);
    const scope = bounds && (await resolveScope(tx, bounds, defaultScope(bounds)));
    if (!bounds || !scope) return null;
    const { told, answer } =
      bounds.kind === "everybody"
        ? await readPrepared(tx, orgId, transferOfOrganisation, "all")
        : {
            told: { kind: "current" } as const,
            answer: await keepForBounds(tx, { orgId, bounds, store: kept }, () => readTransferFacts(tx, orgId, scope)),
          };
    if (!answer) return course === null ? { told, transfer: null } : null;
    const [organisation] = await tx.select({ minimum: organisations.minimumGroupSize }).from(organisations);
    if (!organisation) throw new Error(`The organisation ${orgId} is gone`);
    const { minimum } = organisation;
    const chosen = answer.courses.find(({ id }) => id === course);
    if (course !== null && !chosen) return null;
    const [roles, sites] = [await readNames(tx, orgId, "roles"), await readNames(tx, orgId, "sites")];
    const toldAt = chosen && tellPlaces(answer, chosen.id, minimum);
    const places = answer.counts
      .filter(({ groupId }) => groupId === course)
      .map(({ roleId, siteId }) => ({
        roleId,
        role: roles.get(roleId) ?? "",
        siteId,
        site: siteId === nobody ? "No site named" : (sites.get(siteId) ?? ""),
        transferred: toldAt?.get(transferKey({ roleId, siteId })) ?? { kind: "withheld" as const },
      }));
    return {
      told,
      transfer: {
        asOf: answer.day,
        from: firstDayOf(answer.day),
        minimum: minimumPeople(minimum),
        courses: answer.courses.map(({ id, title, skill }) => ({
          courseId: id,
          title,
          skill,
          whole: tellWhole(answer, id, minimum),
        })),
        chosen: chosen
          ? {
              courseId: chosen.id,
              title: chosen.title,
              places: places.toSorted((a, b) => a.role.localeCompare(b.role) || a.site.localeCompare(b.site)),
            }
          : null,
      },
    };
  },
);
