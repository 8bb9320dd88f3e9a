import { EffectPart } from "./effect-part";
import { titleOf } from "./given";
import { PartPage } from "./part-page";

type Props = PageProps<"/initiatives/[initiativeId]">;

export const generateMetadata = ({ params }: Props) => titleOf(params, "effect");

export default function EffectPage({ params }: Props) {
  return <PartPage params={params} Part={EffectPart} />;
}
