import { LinkButton } from "@/components/ui/link-button";
import { NotFoundState } from "@/components/ui/states";

export default function NotFoundPage() {
  return (
    <main className="mx-auto max-w-2xl px-4 py-16">
      <title>Not found · Throughline</title>
      <h1 className="mb-4 text-page">Not found</h1>
      <NotFoundState actions={<LinkButton href="/">Front page</LinkButton>} />
    </main>
  );
}
