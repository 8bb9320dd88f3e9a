import { ErrorState } from "@/components/ui/states";

/** The draft was handed in, published or discarded while it was being edited here. */
export function NoLongerOpen({ kept, draftId }: { kept: number; draftId: string }) {
  return (
    <ErrorState
      happened="This draft is not open for editing any more"
      safe={
        kept === 0
          ? "Everything you did was saved."
          : `${kept === 1 ? "1 change is" : `${kept} changes are`} kept on this device and will be put on top when the draft is open again.`
      }
      todo="Somebody submitted, published or discarded it. See where it stands, or have it sent back."
      actions={
        <a className="link" href={`/skills/drafts/${draftId}`}>
          See the draft
        </a>
      }
    />
  );
}
