import { LinkButton } from "@/components/ui/link-button";
import { NotFoundState } from "@/components/ui/states";

export default function NotFoundPage() {
  return (
    <>
      <title>Not found · Throughline</title>
      <h1 className="mb-4 text-section sm:text-page">Not found</h1>
      <NotFoundState actions={<LinkButton href="/">Front page</LinkButton>} />
    </>
  );
}
