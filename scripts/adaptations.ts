import type { Adaptation } from "./adapted.ts";

/** Five invented companies, one for each template. Names and places are nobody's. */
export const ADAPTATIONS: readonly Adaptation[] = [
  {
    template: "security-outsourcing",
    title: "Security responsibilities: Tarn Mill Paper and Oxbow Managed IT",
    about: "Adapted from the security outsourcing template in two workshops. The night shift is with Oxbow, decisions stay in Kelso.",
    parties: { client: "Tarn Mill Paper", provider: "Oxbow Managed IT" },
    frameworks: ["iso-27001-2022"],
    timeZone: "Europe/London",
    phone: { prefix: "+44 20 7946 05", start: 10 },
    holders: [
      "Moira Haldane", "Fergus Tait", "Anneke Visser", "Callum Reid", "Priya Nair", "Isla Buchan", "Owen Prys", "Ruth Kessler", "Gemma Shaw", "Lewis Orr", "Sana Malik", "Hugh Carrick", "Elspeth Dunn", "Noel Byrne",
      "Katja Brandt", "Tomas Lind", "Ravi Menon", "Jo Whitfield", "Ben Adeyemi", "Lena Fischer", "Marcus Webb", "Alice Tran",
    ],
    performers: { "access-requests": "internal-it-manager", "privileged-review": "security-administrator", "patch-production": "service-provider-engineer", "recovery-test": "backup-operator" },
    systems: { "production-servers": "Production servers in Kelso and Leeds", "business-applications": "Order system, mill control reporting, payroll", workstations: "210 workstations", firewalls: "Firewalls kelso-fw1, kelso-fw2, leeds-fw1" },
  },
  {
    template: "client-mssp",
    title: "Security services: Quillon Dental Group and Night Heron Security",
    about: "Adapted from the client and MSSP template; the appendix to the service agreement refers to it.",
    parties: { client: "Quillon Dental Group", provider: "Night Heron Security" },
    frameworks: ["nist-csf-2.0", "hipaa"],
    timeZone: "America/Chicago",
    phone: { prefix: "+1 312 555 01", start: 10 },
    holders: [
      "Dana Whitlock", "Peter Okafor", "Marisol Vega", "Grant Ellery", "Yusuf Demir", "Helen Park", "Carla Jimenez", "Samuel Roth", "Tess Moreau", "Vince Doyle", "Ingrid Solberg",
      "Paula Stein", "Andre Bishop", "Mei Chen", "Oscar Lund", "Farah Aziz", "Dylan Cho", "Rosa Pereira", "Kurt Halvorsen",
    ],
    systems: { "production-servers": "Practice servers in 14 clinics", "business-applications": "Practice management and imaging", firewalls: "Clinic firewalls", "cloud-platform": "Imaging archive in the cloud" },
  },
  {
    template: "delivery",
    title: "New registry servers and 60 workplaces: Saltmarsh County Council",
    about: "Adapted from the delivery template and approved together with the project schedule.",
    parties: { client: "Saltmarsh County Council", provider: "Linden Support Services", integrator: "Copperline Systems", vendor: "Hexham Hardware" },
    frameworks: ["iso-27001-2022", "nist-csf-2.0"],
    timeZone: "Europe/Dublin",
    phone: { prefix: "+353 20 911 00", start: 10 },
    holders: [
      "Aoife Brennan", "Conor Maher", "Niamh Kelly", "Tadhg Walsh", "Bríd Nolan", "Eoin Casey", "Sinéad Power", "Declan Foley", "Ciara Lynch", "Rory Hayes", "Michael Quirke", "Orla Dunne",
      "Stefan Novak", "Ilse Maas", "Karl Jensen", "Fiona Grady", "Piotr Zielinski", "Maeve Tully", "Donal Roche",
    ],
    systems: { "new-equipment": "Three registry servers, 48 PCs, 12 all-in-ones" },
  },
  {
    template: "co-managed",
    title: "Co-managed IT: Pellham Savings Bank and Corvid Technology Partners",
    about: "Adapted from the co-managed template; the bank is under 23 NYCRR 500, so attestations and notices stay in the house.",
    parties: { client: "Pellham Savings Bank", provider: "Corvid Technology Partners" },
    frameworks: ["nycrr-500", "nist-csf-2.0"],
    timeZone: "America/New_York",
    phone: { prefix: "+1 212 555 01", start: 10 },
    holders: [
      "Leonard Marsh", "Judith Amari", "Theo Castellan", "Brenda Kowalski", "Nikhil Rao", "Simone Baptiste", "Harold Finch-Lee", "Abigail Stone", "Warren Cole", "Latoya Greer", "Miles Horan", "Edith Lam",
      "Gareth Pugh", "Nora Silva", "Kwame Mensah", "Julia Petrov", "Adam Sorensen", "Zoe Hartmann", "Diego Ramos", "Patrice Dumas",
    ],
    systems: { "production-servers": "Core banking and file servers", "business-applications": "Core banking, lending, online branch", firewalls: "Branch and data centre firewalls" },
  },
  {
    template: "incident-authority",
    title: "Incident response authority: Voss Harbour Terminals",
    about: "Adapted from the incident authority map after the exercise of last autumn; each statement was confirmed by the person named.",
    parties: { client: "Voss Harbour Terminals", provider: "Palisade Operations", vendor: "Gridpoint Control Systems" },
    frameworks: ["nist-csf-2.0"],
    timeZone: "Europe/Oslo",
    phone: { prefix: "+44 20 7946 07", start: 10 },
    holders: [
      "Astrid Voll", "Henrik Lie", "Maja Solheim", "Jonas Berge", "Kari Nygaard", "Sindre Moen", "Liv Haugen", "Torunn Bakke", "Erik Dahl", "Silje Aune", "Odd Ranheim",
      "Chris Langley", "Amara Obi", "Viktor Hale", "Renee Castel", "Isabel Prado", "Matthias Krug",
    ],
    systems: { "production-servers": "Terminal operating system and crane servers", workstations: "Gate and office workstations" },
  },
];
