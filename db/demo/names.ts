import type { Random } from "./random";

const firstNames =
  "Anna Sanne Daan Bram Lotte Femke Jeroen Maarten Noor Thijs Eline Ruben Iris Sven Fleur Joost Camille Léa Hugo Louis Manon Chloé Théo Julien Élise Antoine Inès Mathieu Clara Nicolas Margaux Yanis Agnieszka Piotr Katarzyna Tomasz Magdalena Paweł Zofia Jakub Ewa Marek Joanna Michał Aleksandra Krzysztof Hanna Wojciech Amina Yusuf Fatima Omar Leila Mehmet Elif Priya Arjun Wei Linh Ana João Sofia Diego Elena Ivan Olena Andrei Grace Samuel Naomi Kwame".split(
    " ",
  );
const lastNames =
  "Jansen Visser Bakker Smit Meijer Mulder Bos Vos Peters Hendriks Dekker Brouwer Dijkstra Kok Jacobs Vermeer Postma Kuipers Martin Bernard Dubois Moreau Laurent Girard Lefèvre Mercier Fontaine Chevalier Garnier Faure Rousseau Blanc Guérin Perrin Renaud Colin Nowak Kowalski Wiśniewska Wójcik Kowalczyk Kamińska Zieliński Szymańska Woźniak Mazur Krawczyk Kaczmarek Grabowski Pawlak Sikora Duda Adamczyk Yılmaz Demir Kaya Haddad Benali Mansouri Osman Sharma Patel Nguyen Chen Silva Costa Ferreira Garcia Petrov Bondarenko Popescu Okafor Mensah Addo".split(
    " ",
  );

function plain(name: string): string {
  return name
    .replaceAll("ł", "l")
    .replaceAll("Ł", "L")
    .replaceAll("ı", "i")
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();
}

/** Invented people; the same name may occur twice, the address may not. */
export function inventName(random: Random, taken: Map<string, number>): { name: string; email: string } {
  const first = random.pick(firstNames);
  const last = random.pick(lastNames);
  const address = `${plain(first)}.${plain(last)}`;
  const before = taken.get(address) ?? 0;
  taken.set(address, before + 1);
  return { name: `${first} ${last}`, email: `${address}${before === 0 ? "" : before + 1}@meridian.example` };
}
