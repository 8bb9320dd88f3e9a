import { StatusText } from "@/components/ui/status-text";
import { statusWords } from "@/lib/trust/detector-words";
import type { TrustStatus } from "@/lib/trust/trust";

const looks = { fine: "pass", look: "warn", "cannot-tell": "unknown" } as const;

export function TrustStatusText({ status }: { status: TrustStatus }) {
  return <StatusText status={looks[status]}>{statusWords[status]}</StatusText>;
}
