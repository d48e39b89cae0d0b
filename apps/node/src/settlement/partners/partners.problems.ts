import { notFound, Problem, problemKind, refusalTable } from '@passerelle/doors';
import type { PairOfferRefused } from './pair-settlements.service.js';
import type { PartnerRefused } from './partners.service.js';

const notNow = problemKind({
  slug: 'partner-cannot-change',
  status: 409,
  title: {
    en: 'This cannot be changed between the two branches now',
    fr: 'Cela ne peut pas changer entre les deux coopératives maintenant',
    nl: 'Dit kan nu niet veranderen tussen de twee coöperaties',
    sv: 'Det här kan inte ändras mellan de två kooperativen nu',
    de: 'Das lässt sich zwischen den beiden Genossenschaften jetzt nicht ändern',
  },
  cure: {
    en: 'A limit stays within the roster’s. Parting needs that nothing is open: no debt, no payment, no message on its way.',
    fr: 'Une limite reste dans celle du registre. Mettre fin à la relation exige que rien ne soit en suspens : ni dette, ni paiement, ni message en route.',
    nl: 'Een grens blijft binnen die van het register. De samenwerking beëindigen kan alleen als niets openstaat: geen schuld, geen betaling en geen bericht onderweg.',
    sv: 'En gräns håller sig inom registrets. Att avsluta samarbetet kräver att inget är öppet: ingen skuld, betalning eller meddelande på väg.',
    de: 'Eine Grenze bleibt innerhalb der Grenze im Verzeichnis. Wer die Zusammenarbeit beendet, darf nichts offen haben: keine Schuld, keine Zahlung, keine Nachricht unterwegs.',
  },
});

const nothingToSettle = problemKind({
  slug: 'pair-cannot-settle',
  status: 409,
  title: {
    en: 'There is nothing the two branches can settle directly now',
    fr: 'Il n’y a rien que les deux coopératives puissent régler directement maintenant',
    nl: 'Er is niets dat de twee coöperaties nu rechtstreeks kunnen afrekenen',
    sv: 'Det finns inget som de två kooperativen kan avräkna direkt nu',
    de: 'Es gibt nichts, was die beiden Genossenschaften jetzt direkt abrechnen können',
  },
  cure: {
    en: 'Two branches settle directly what a closed cycle left out, before the next one is cut, when both signed the same statement and nothing in it is disputed.',
    fr: 'Deux coopératives règlent directement ce qu’un cycle clos a laissé de côté, avant la clôture du suivant, si toutes deux ont signé le même relevé sans litige.',
    nl: 'Twee coöperaties rekenen rechtstreeks af wat een gesloten cyclus heeft overgelaten, vóór de volgende wordt afgesloten, als beide hetzelfde overzicht zonder geschil hebben getekend.',
    sv: 'Två kooperativ avräknar direkt det som en stängd cykel lämnade, innan nästa stängs, om båda har skrivit under samma sammanställning utan tvist.',
    de: 'Zwei Genossenschaften rechnen direkt ab, was ein geschlossener Zyklus ausgelassen hat, bevor der nächste geschlossen wird, wenn beide dieselbe Aufstellung ohne Streit unterschrieben haben.',
  },
});

/** What a decision about another branch rests on. */
export const partnerFields = {
  bar: {
    en: 'whether something stands in the way',
    fr: 'si quelque chose y fait obstacle',
    nl: 'of er iets in de weg staat',
    sv: 'om något står i vägen',
    de: 'ob etwas im Wege steht',
  },
  caps: {
    en: 'the limits and what is used of them',
    fr: 'les limites et ce qui en est utilisé',
    nl: 'de grenzen en wat ervan gebruikt is',
    sv: 'gränserna och vad som är utnyttjat',
    de: 'die Grenzen und was davon genutzt ist',
  },
};

export const partnerProblems = refusalTable<PartnerRefused>({
  'unknown-partner': () => new Problem(notFound),
  'above-the-roster': ({ most }) => {
    const detail = {
      en: `The roster allows at most ${String(most)}.`,
      fr: `Le registre permet au plus ${String(most)}.`,
      nl: `Het register laat hoogstens ${String(most)} toe.`,
      sv: `Registret tillåter högst ${String(most)}.`,
      de: `Das Verzeichnis erlaubt höchstens ${String(most)}.`,
    };
    const errors = [{ pointer: '#/cap', code: 'above-the-roster', detail }];
    return new Problem(notNow, { detail, errors, extra: { code: 'above-the-roster', most: most.toJSON() } });
  },
  'already-suspended': () =>
    new Problem(notNow, {
      detail: {
        en: 'It is suspended already.',
        fr: 'Elle est déjà suspendue.',
        nl: 'Ze is al geschorst.',
        sv: 'Det är redan pausat.',
        de: 'Sie ist schon suspendiert.',
      },
      extra: { code: 'already-suspended' },
    }),
  'not-suspended': () =>
    new Problem(notNow, {
      detail: {
        en: 'It is not suspended.',
        fr: 'Elle n’est pas suspendue.',
        nl: 'Ze is niet geschorst.',
        sv: 'Det är inte pausat.',
        de: 'Sie ist nicht suspendiert.',
      },
      extra: { code: 'not-suspended' },
    }),
  'still-open': ({ obligations, payments, messages }) =>
    new Problem(notNow, {
      detail: {
        en: `${obligations} debts, ${payments} payments and ${messages} messages are open.`,
        fr: `${obligations} dettes, ${payments} paiements et ${messages} messages sont ouverts.`,
        nl: `${obligations} schulden, ${payments} betalingen en ${messages} berichten staan open.`,
        sv: `${obligations} skulder, ${payments} betalningar och ${messages} meddelanden är öppna.`,
        de: `${obligations} Schulden, ${payments} Zahlungen und ${messages} Nachrichten sind offen.`,
      },
      extra: { code: 'still-open', obligations, payments, messages },
    }),
});

export const pairOfferProblems = refusalTable<PairOfferRefused>({
  'unknown-partner': () => new Problem(notFound),
  'nothing-to-settle': () =>
    new Problem(nothingToSettle, {
      en: 'No closed cycle holds a statement that both have signed.',
      fr: 'Aucun cycle clos ne contient de relevé que les deux ont signé.',
      nl: 'Geen afgesloten cyclus bevat een overzicht dat beide hebben getekend.',
      sv: 'Ingen stängd cykel har en sammanställning som båda har skrivit under.',
      de: 'Kein geschlossener Zyklus enthält eine Aufstellung, die beide unterschrieben haben.',
    }),
  'not-settleable': ({ cycle }) =>
    new Problem(nothingToSettle, {
      detail: {
        en: `What the two stated for ${cycle} is in its result, is disputed, or the next cycle is cut.`,
        fr: `Ce que les deux ont relevé pour ${cycle} est dans son résultat ou contesté, ou le cycle suivant est clôturé.`,
        nl: `Wat de twee voor ${cycle} opgaven, zit in het resultaat of wordt betwist, of de volgende cyclus is afgesloten.`,
        sv: `Det som de två uppgav för ${cycle} ingår i dess resultat eller är bestritt, eller så är nästa cykel stängd.`,
        de: `Was die beiden für ${cycle} aufgestellt haben, ist in dessen Ergebnis oder bestritten, oder der nächste Zyklus ist geschlossen.`,
      },
      extra: { cycle: `cyc_${cycle}` },
    }),
});
