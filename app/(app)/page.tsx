import { redirect } from "next/navigation";
import { homeOf } from "@/components/shell/navigation";
import { viewerOrSignIn } from "@/lib/server/session";

export default async function HomePage() {
  redirect(homeOf((await viewerOrSignIn()).roles));
}
