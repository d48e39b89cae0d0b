import type { Catalogue } from '../en/index.js';

export const access: Catalogue['access'] = {
  provider: {
    signIn: 'Se connecter avec {{name}}',
    stale: 'Cette connexion a duré trop longtemps ou a commencé dans une autre fenêtre. Veuillez recommencer.',
    cancelled: '{{name}} ne vous a pas laissé entrer. Réessayez ou utilisez votre mot de passe.',
    'not-believed':
      'La réponse de {{name}} n’est pas digne de foi. Recommencez ; si cela persiste, prévenez l’administrateur du système.',
    away: '{{name}} ne répond pas pour le moment. Utilisez votre mot de passe ou réessayez plus tard.',
    unverified: '{{name}} ne confirme pas votre adresse e-mail. Confirmez-la là-bas ou utilisez votre mot de passe.',
    'unknown-person': 'Personne ici n’a l’adresse donnée par {{name}}. Demandez un compte à votre coopérative.',
    'no-role': '{{name}} ne vous donne aucun rôle ici. Adressez-vous à l’administrateur du système.',
    'factor-needed':
      '{{name}} ne vous a pas demandé de second facteur, nécessaire à votre rôle. Activez-le là-bas ou utilisez votre mot de passe.',
  },
  factor: {
    app: 'Application d’authentification',
    present: 'À chaque connexion, votre second facteur vous est demandé.',
    provider:
      'Votre second facteur vous a été demandé là où vous vous êtes connecté. Vous pouvez ajouter une clé d’accès ou une application pour la connexion par mot de passe.',
    missing:
      'Vous voyez les données d’autrui : avant toute chose, configurez une clé d’accès, ou une application qui affiche un code pour chaque connexion.',
    none: 'Vous pouvez ajouter une clé d’accès, ou une application qui affiche un code pour chaque connexion.',
    why: 'Qui apprend votre mot de passe ne peut toujours pas se connecter. Il vous faut une application d’authentification sur votre téléphone ; toutes conviennent.',
    begin: 'Configurer une application',
    scan: 'Scannez ce carré avec l’application.',
    square: 'Code carré pour l’application',
    open: 'Ouvrir l’application sur ce téléphone',
    type: 'Ou saisissez ceci dans l’application :',
    code: 'Code de l’application',
    codeHint: 'Six chiffres qui changent chaque demi-minute.',
    confirm: 'Terminer',
    remove: 'Retirer l’application',
  },
  passkey: {
    title: 'Clés d’accès',
    why: 'Votre téléphone, votre ordinateur ou une clé de sécurité garde une clé d’accès pour vous. Vous vous connectez avec elle au lieu d’un mot de passe, ou elle vous est demandée après le mot de passe.',
    list: 'Vos clés d’accès',
    none: 'Vous n’en avez pas encore.',
    name: 'Nom d’une nouvelle clé',
    nameHint: 'Par exemple « Mon téléphone ».',
    password: 'Votre mot de passe',
    passwordHint: 'Il sert à ajouter et à retirer des clés.',
    add: 'Ajouter une clé d’accès',
    remove: 'Retirer {{name}}',
    of: 'Clé',
    removal: 'Retirer',
    made: 'Ajoutée',
    used: 'Dernière utilisation',
    never: 'jamais',
    signIn: 'Se connecter avec une clé d’accès',
    use: 'Utiliser votre clé d’accès',
    needed: 'Votre clé d’accès est demandée aussi.',
    noName:
      'Il n’y en a pas ici, car l’adresse de ce programme est faite de chiffres. Demandez à l’administrateur du système une adresse avec un nom.',
    at: 'Elles fonctionnent seulement à l’adresse {{address}}. Ouvrez le programme là-bas.',
    unable: 'Ce navigateur ne connaît pas les clés d’accès.',
    cancelled: 'Rien n’a été fait : la question a été fermée ou a duré trop longtemps. Vous pouvez réessayer.',
    elsewhere: 'Le navigateur ne permet pas de clé d’accès à cette adresse. Ouvrez le programme à sa propre adresse.',
    known: 'Cet appareil a déjà une clé d’accès pour ce compte.',
    failed: 'Le navigateur n’y est pas parvenu. Réessayez, ou utilisez un autre appareil.',
  },
};
