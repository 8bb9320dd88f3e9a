import { z } from "zod";
import { may } from "@/lib/access/policy";
import { jsonRoute } from "@/lib/server/json-route";
import { parseOrThrow } from "@/lib/server/public-error";
import { readComments } from "@/lib/skills/read-comments";
import { readNodeActivities } from "@/lib/skills/read-node-activities";
import { readNodeHistory } from "@/lib/skills/read-node-history";

/** What was said about a node, for those who may take part, the versions in which it changed, and what there is to practise it with. */
export const GET = jsonRoute<RouteContext<"/api/skills/nodes/[nodeId]">>(async (viewer, _request, { params }) => {
  const { nodeId } = parseOrThrow(z.object({ nodeId: z.uuid() }), await params);
  const [comments, history, activities] = await Promise.all([
    may(viewer.roles, "skill.comment") ? readComments(viewer, { nodeId }) : [],
    readNodeHistory(viewer, { nodeId }),
    readNodeActivities(viewer, { nodeId }),
  ]);
  return { comments, history, activities };
});
