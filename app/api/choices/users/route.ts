import { type Choosing, choosings } from "@/lib/access/choosing/choosable";
import {
  findForAssumption,
  findForLog,
  findForProgramme,
  findForRevision,
  findForSkill,
} from "@/lib/access/choosing/find-users";
import { DomainError } from "@/lib/errors";
import { jsonRoute } from "@/lib/server/json-route";

const find: Record<Choosing, typeof findForSkill> = {
  programme: findForProgramme,
  revision: findForRevision,
  skill: findForSkill,
  assumption: findForAssumption,
  log: findForLog,
};

export const GET = jsonRoute(async (viewer, request) => {
  const { searchParams } = new URL(request.url);
  const to = choosings.find((one) => one === searchParams.get("to"));
  if (!to) throw new DomainError("invalid-input", "Say what somebody is chosen for");
  return find[to](viewer, (searchParams.get("q") ?? "").slice(0, 100));
});
