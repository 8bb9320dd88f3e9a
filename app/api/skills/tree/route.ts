import { DomainError } from "@/lib/errors";
import { idOr404 } from "@/lib/server/id-or-404";
import { jsonRoute } from "@/lib/server/json-route";
import { readTaxonomy } from "@/lib/skills/read-taxonomy";

/** The taxonomy in force, or (`?draft=`) as a draft has it. */
export const GET = jsonRoute(
  async (viewer, request) => {
    const draft = new URL(request.url).searchParams.get("draft");
    const taxonomy = await readTaxonomy(viewer, draft === null ? {} : { draftId: idOr404(draft) });
    if (!taxonomy) throw new DomainError("not-found", "This draft does not exist");
    return taxonomy;
  },
  { revalidated: true },
);
