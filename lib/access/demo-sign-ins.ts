import type { RoleName } from "@/db/schema/access";

export type DemoSignIn = { email: string; name: string; password: string; role: RoleName };

const password = "look around freely";
const demo = (role: RoleName, name: string): DemoSignIn => ({
  email: `${role.replace("_", "-")}@demo.throughline.example`,
  name,
  password,
  role,
});

/** One made-up user per role of the demo organisation. No secret: shown on the sign-in page where THROUGHLINE_DEMO is 1. */
export const demoSignIns: readonly DemoSignIn[] = [
  demo("executive", "Edda Executive"),
  demo("hrbp", "Hanna Partner"),
  demo("ld_lead", "Luca Lead"),
  demo("manager", "Mara Manager"),
  demo("employee", "Emil Employee"),
  demo("finance", "Finn Finance"),
  demo("auditor", "Aino Auditor"),
  demo("admin", "Ada Admin"),
];
