import nextAuth from "next-auth";
import { signInOptions } from "@/lib/access/sign-in-options";

const handler = nextAuth(signInOptions);

export { handler as GET, handler as POST };
