import type { Catalogue } from '../en/index.js';

export const home: Catalogue['home'] = {
  payment: 'Votre paie',
  noPayment: 'Pas encore de fiche de paie. La première vient après votre première mission.',
  why: 'Pourquoi ce montant ?',
  underWay: 'Missions en cours',
  nothing: 'Aucune mission en cours.',
  todo: {
    title: 'À faire',
    nothing: 'Rien ne vous attend.',
    by: 'jusqu’au {{day}}',
    anyDay: 'sans date limite',
    sign: 'Signer votre contrat',
    'sign-wage': 'Signer le contrat de votre salaire mensuel',
    correct: 'Corriger votre mission',
    'hand-in': 'Remettre votre mission',
    join: 'Répondre à l’invitation',
    accept: 'Répondre à ce qui vous est proposé',
    claim: 'Envoyer votre note de frais',
  },
  news: {
    title: 'Notifications',
    answer_one: '{{count}} notification que vous n’avez pas lue.',
    answer_other: '{{count}} notifications que vous n’avez pas lues.',
    all: 'Toutes les notifications',
    new: 'nouveau',
  },
  budget: {
    title: 'Budget',
    sum: 'Comment le calcul se fait',
    collected: 'Encaissé',
    available: 'Disponible pour des frais',
    lacking: 'Manquant',
    reserved: 'Réservé',
    planned: 'Prévu',
  },
  account: 'Sur le compte se terminant par {{ending}}',
};
