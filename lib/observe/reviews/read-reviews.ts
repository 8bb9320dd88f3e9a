import "server-only";
import { sql } from "drizzle-orm";
import type { reviewStatuses } from "@/db/schema/development";
import { mayRead } from "@/lib/observe/may-read";
import { leaveTrace, query } from "@/lib/server/tenant-access";

export type ReviewStatus = (typeof reviewStatuses)[number];

export type ReviewLine = {
  personId: string;
  id: string;
  round: number;
  title: string;
  author: string;
  reviewer: string;
  status: ReviewStatus;
  handedInAt: string;
  answeredAt: string | null;
};

export type ReviewLists = {
  /** What the viewer handed in, open or sent back. */
  mine: ReviewLine[];
  /** What waits for the viewer's answer. */
  waiting: ReviewLine[];
  /** Answered or withdrawn, the viewer's own and those they answered. */
  done: ReviewLine[];
};

const lines = (orgId: string) => sql`
  select r.person_id as "personId", r.id, r.round, r.title, coalesce(p.name, p.employee_id) as author,
    coalesce(v.name, v.employee_id) as reviewer, r.status, r.created_at as "handedInAt", r.answered_at as "answeredAt"
  from artefact_reviews r
  join people p on p.org_id = ${orgId} and p.id = r.person_id
  left join people v on v.org_id = ${orgId} and v.id = r.reviewer_id`;

/** The viewer's reviews; null for somebody without a record as a person. */
export const readReviews = query(
  "review.hand-in",
  async (tx, _: null, { orgId, personId }): Promise<ReviewLists | null> => {
    if (!personId) return null;
    const { rows: own } = await tx.execute<ReviewLine>(sql`
      select distinct on (l.id) l.* from (${lines(orgId)} where r.org_id = ${orgId} and r.person_id = ${personId}) l
      order by l.id, l.round desc`);
    const { rows: asked } = await tx.execute<ReviewLine>(sql`
      ${lines(orgId)} where r.org_id = ${orgId} and r.reviewer_id = ${personId} and r.status <> 'withdrawn'
      order by r.created_at limit 500`);
    const isOpen = ({ status }: ReviewLine) => status === "waiting" || status === "redo";
    const newest = (a: ReviewLine, b: ReviewLine) => String(b.answeredAt).localeCompare(String(a.answeredAt));
    return {
      mine: own.filter(isOpen),
      waiting: asked.filter(({ status }) => status === "waiting"),
      done: [...own.filter((line) => !isOpen(line)), ...asked.filter(({ status }) => status !== "waiting")].sort(
        newest,
      ),
    };
  },
);

export type ReviewRound = Pick<ReviewLine, "round" | "status" | "handedInAt" | "answeredAt"> & {
  link: string | null;
  note: string | null;
  answer: string | null;
  levels: { behaviourId: string; level: number }[];
};

export type Review = {
  personId: string;
  id: string;
  title: string;
  author: string;
  reviewer: string;
  part: "author" | "reviewer" | "coach";
  behaviours: { behaviourId: string; statement: string; anchors: (string | null)[]; retired: boolean }[];
  rounds: ReviewRound[];
  files: { id: string; name: string }[];
};

/** One review with its rounds, for its author, its reviewer and the author's coach; null for everybody else. A look by others is logged. */
export const readReview = query(
  "review.hand-in",
  async (tx, { personId, id }: { personId: string; id: string }, viewer): Promise<Review | null> => {
    const { orgId } = viewer;
    const { rows: rounds } = await tx.execute<
      ReviewRound & { title: string; author: string; reviewer: string; reviewerId: string; behaviourIds: string[] }
    >(sql`
      select r.round, r.status, r.title, r.link, r.note, r.answer, r.created_at as "handedInAt", r.answered_at as "answeredAt",
        r.reviewer_id as "reviewerId", r.behaviour_ids as "behaviourIds", coalesce(p.name, p.employee_id) as author,
        coalesce(v.name, v.employee_id) as reviewer,
        (select coalesce(json_agg(json_build_object('behaviourId', o.behaviour_id, 'level', o.level)), '[]') from observations o
          where o.org_id = ${orgId} and o.person_id = r.person_id and o.struck_at is null
            and o.observation_id = any(array(select 'review ' || r.id || ' ' || r.round || ' ' || b from unnest(r.behaviour_ids) b))) as levels
      from artefact_reviews r
      join people p on p.org_id = ${orgId} and p.id = r.person_id
      left join people v on v.org_id = ${orgId} and v.id = r.reviewer_id
      where r.org_id = ${orgId} and r.person_id = ${personId} and r.id = ${id} order by r.round desc`);
    const [last] = rounds;
    if (!last) return null;
    // Work that was taken back is the author's again.
    const isReviewer = last.status !== "withdrawn" && rounds.some((round) => round.reviewerId === viewer.personId);
    if (!isReviewer && !(await mayRead(tx, viewer, personId))) return null;
    const part = viewer.personId === personId ? "author" : isReviewer ? "reviewer" : "coach";
    if (part !== "author") {
      await leaveTrace(tx, viewer, "person.read", { subject: personId, detail: { what: "review", review: id } });
    }
    const { rows: behaviours } = await tx.execute<Review["behaviours"][number]>(sql`
      select id as "behaviourId", statement, coalesce(anchors, '[]') as anchors, retired_at is not null as retired
      from behaviours where org_id = ${orgId} and id = any(${sql.param(last.behaviourIds)}::uuid[]) order by statement`);
    const { rows: files } = await tx.execute<Review["files"][number]>(sql`
      select id, name from evidence_files where org_id = ${orgId} and person_id = ${personId} and review_id = ${id} order by created_at`);
    const { title, author, reviewer } = last;
    return { personId, id, title, author, reviewer, part, behaviours, files, rounds };
  },
);
