import { redirect } from "next/navigation";
import { homeOf } from "@/components/shell/navigation";
import { readFirstView } from "@/lib/marks/views/read-views";
import { viewerOrSignIn } from "@/lib/server/session";

/** The view they chose to see first, else where their role starts. */
export default async function HomePage() {
  const viewer = await viewerOrSignIn();
  redirect((await readFirstView(viewer)) ?? homeOf(viewer.roles));
}
