import "server-only";
import { type Formats, formatsFor } from "@/lib/format/formats";
import { readOrganisation } from "@/lib/governance/read-organisation";
import { viewerOrSignIn } from "./session";

/** `formatsFor` the viewer's organisation, in server components. */
export async function viewerFormats(): Promise<Formats> {
  const { locale, currency } = await readOrganisation(await viewerOrSignIn());
  return formatsFor({ locale, currency });
}
