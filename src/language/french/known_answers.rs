//! The answers of `selftest` on contracts, rebates, savings, services, terms, tracks and uncertainty.

pub const ENTRIES: &[(&str, &str)] = &[
    ("signed month by month, s B (T - 1/12)/2", "signé mois par mois, s B (T - 1/12)/2"),
    ("signed as the year begins, s B (T - 1)/2", "signé en début d'exercice, s B (T - 1)/2"),
    ("{name}: spend short after 5 years", "{name}\u{a0}: dépense en moins après 5 exercices"),
    ("{name}: vendor's revenue short", "{name}\u{a0}: revenu du constructeur en moins"),
    ("{name}: contracts signed a year, s B", "{name}\u{a0}: contrats signés par an, s B"),
    (
        "signed as the year begins: spend short after 2 years, s B (2 - 3/T)",
        "signé en début d'exercice\u{a0}: dépense en moins après 2 exercices, s B (2 - 3/T)",
    ),
    (
        "signed as the year begins: contracts bring in year 5 what is signed a year, s B",
        "signé en début d'exercice\u{a0}: les contrats rapportent dans l'exercice 5 ce qui est signé par an, s B",
    ),
    (
        "margin of 28 %, 17 points at signing: worth, of contract",
        "marge de 28\u{a0}%, 17 points à la signature\u{a0}: valeur, part du contrat",
    ),
    (
        "margin of 28 %, nothing at signing: worth, of contract",
        "marge de 28\u{a0}%, rien à la signature\u{a0}: valeur, part du contrat",
    ),
    (
        "margin of {margin} % spread over the term: worth, of contract",
        "marge de {margin}\u{a0}% étalée sur la durée\u{a0}: valeur, part du contrat",
    ),
    (
        "log-normal purchases, rate on everything: mean rebate",
        "achats log-normaux, taux sur tout\u{a0}: remise arrière moyenne",
    ),
    (
        "log-normal purchases, each rate on its band: mean rebate",
        "achats log-normaux, chaque taux sur sa tranche\u{a0}: remise arrière moyenne",
    ),
    (
        "cap at 120 % of target: share of the rebate",
        "plafond à 120\u{a0}% de l'objectif\u{a0}: part de la remise arrière",
    ),
    (
        "gate at 80 %, cap at 300 %: share of the rebate",
        "plancher à 80\u{a0}%, plafond à 300\u{a0}%\u{a0}: part de la remise arrière",
    ),
    (
        "gate at 100 %, cap at 300 %: share of the rebate",
        "plancher à 100\u{a0}%, plafond à 300\u{a0}%\u{a0}: part de la remise arrière",
    ),
    (
        "5 % to 100, then 10 % (NetSuite help, volume rebates): {what}",
        "5\u{a0}% jusqu'à 100, puis 10\u{a0}% (aide NetSuite, volume rebates)\u{a0}: {what}",
    ),
    ("a line of 60", "une ligne de 60"),
    ("a line of 200 anew", "une nouvelle ligne de 200"),
    ("200 after 60", "200 après 60"),
    (
        "2.5 %, at least 200 and at most 12,000 (given, source not found): on {bought}",
        "2,5\u{a0}%, au moins 200 et au plus 12\u{202f}000 (donné, source introuvable)\u{a0}: sur {bought}",
    ),
    (
        "0.15 %, nothing below 10.00 (RoomRaccoon help, RaccoonPay rebate): on {bought}",
        "0,15\u{a0}%, rien sous 10,00 (aide RoomRaccoon, RaccoonPay rebate)\u{a0}: sur {bought}",
    ),
    (
        "1 / 5 / 10 / 15 % (Progress, Corticon sample Commission Calculations): {attained} of {quota}",
        "1 / 5 / 10 / 15\u{a0}% (Progress, exemple Corticon Commission Calculations)\u{a0}: {attained} sur {quota}",
    ),
    ("opportunities a year, mean", "affaires par an, moyenne"),
    ("requests a year, all eligible, mean", "demandes par an, toutes éligibles, moyenne"),
    ("requests a year, all eligible, variance", "demandes par an, toutes éligibles, variance"),
    ("grants a year, all eligible, mean", "cotations accordées par an, toutes éligibles, moyenne"),
    ("cost of the desk a year, mean", "coût annuel de la cellule, moyenne"),
    (
        "share of ordinary accounts without an order in 24 months",
        "part des comptes ordinaires sans commande depuis 24 mois",
    ),
    ("eligible under the narrow rule, share of opportunities", "éligibles sous la règle étroite, part des affaires"),
    ("eligible under the narrow rule, {segment}", "éligibles sous la règle étroite, {segment}"),
    ("requests in the first 13 days, mean", "demandes des 13 premiers jours, moyenne"),
    ("requests released within the year, mean", "demandes libérées dans l'exercice, moyenne"),
    ("share of them in {segment}", "leur part dans {segment}"),
    ("bidders that enter where a bid costs {bid}", "candidats qui entrent si une offre coûte {bid}"),
    ("factor of effort on the competing ask", "facteur de l'effort sur l'offre concurrente"),
    (
        "effort of an originator two thirds of the spread ahead of two rivals, of that of three equals",
        "effort d'un apporteur en avance de deux tiers de dispersion sur deux rivaux, de celui de trois égaux",
    ),
    (
        "what support brings the vendor that also goes to deals won anyway, W1 (g - x) - W0 g, of list",
        "ce que rapporte au constructeur un soutien versé aussi aux affaires gagnées sans lui, W1 (g - x) - W0 g, part \
         du catalogue",
    ),
    ("factor of full effort on the competing ask", "facteur du plein effort sur l'offre concurrente"),
    ("PERT(10, 20, 50): mean", "PERT(10, 20, 50)\u{a0}: moyenne"),
    ("PERT(10, 20, 50): variance", "PERT(10, 20, 50)\u{a0}: variance"),
    ("PERT(10, 20, 50): mean of plain draws", "PERT(10, 20, 50)\u{a0}: moyenne de tirages simples"),
    (
        "Iman-Conover, Mildenhall's example: rank correlation of inputs {one} and {other}",
        "Iman-Conover, exemple de Mildenhall\u{a0}: corrélation de rangs des données {one} et {other}",
    ),
    ("Gaussian copula: rank correlation", "Copule gaussienne\u{a0}: corrélation de rangs"),
    (
        "95 % intervals of the mean of 20 normal values: share that holds it",
        "intervalles à 95\u{a0}% de la moyenne de 20 valeurs normales\u{a0}: part qui la contient",
    ),
    (
        "95 % intervals of their median by order statistics: share that holds it",
        "intervalles à 95\u{a0}% de leur médiane par statistiques d'ordre\u{a0}: part qui la contient",
    ),
    ("500 jobs at 125,000: share of 1 bn", "500 postes à 125\u{202f}000\u{a0}: part de 1 Md"),
    (
        "the same jobs within a plan of 1 bn: share of its kind",
        "les mêmes postes dans un plan de 1 Md\u{a0}: part de leur nature",
    ),
    ("charges of three waves, millions", "charges de trois vagues, millions"),
    ("payback month of the three waves", "mois de retour des trois vagues"),
    ("payback month of 1.3 bn for 0.8 bn a year", "mois de retour de 1,3 Md pour 0,8 Md par an"),
    ("linear exits, in-year gross of year {year}", "départs linéaires, brut de l'exercice {year}"),
    ("linear exits, exit run-rate of year {year}", "départs linéaires, rythme de fin d'exercice {year}"),
    ("three waves, charges of year {year}", "trois vagues, charges de l'exercice {year}"),
    ("three waves, cumulative cash after year {year}", "trois vagues, trésorerie cumulée après l'exercice {year}"),
    (
        "sellers of services from {threshold} at tail index {tail}, of 1,000 from 1,000",
        "vendeurs de services dès {threshold} à l'indice de queue {tail}, sur 1\u{202f}000 dès 1\u{202f}000",
    ),
    ("tickets a year, mean", "tickets par an, moyenne"),
    ("tickets a year, variance", "tickets par an, variance"),
    (
        "overflow of 10 technicians at a load of 9.1, tickets a year",
        "débordement de 10 techniciens à une charge de 9,1, tickets par an",
    ),
    (
        "what the tenth technician saves a year at a load of 9.1, calls at 150",
        "ce qu'économise par an le dixième technicien à une charge de 9,1, interventions à 150",
    ),
    (
        "people on site worth having at a load of 9.1, at {cost} a person in use 75 % of its time",
        "personnes sur site qui valent leur coût à une charge de 9,1, à {cost} par personne occupée 75\u{a0}% de son \
         temps",
    ),
    (
        "2 people, 8 of 16 requests a day: share that waits, Erlang C",
        "2 personnes, 8 demandes sur 16 par jour\u{a0}: part qui attend, Erlang C",
    ),
    (
        "2 people, 8 of 16 requests a day: P(wait > 1/8 day) = C exp(-(c - a) mu t)",
        "2 personnes, 8 demandes sur 16 par jour\u{a0}: P(attente > 1/8 jour) = C exp(-(c - a) mu t)",
    ),
    (
        "Erlang C at a load a of {load} and a + {beta} sqrt(a) servers: limit for great loads",
        "Erlang C à une charge a de {load} et a + {beta} racine(a) serveurs\u{a0}: limite des grandes charges",
    ),
    ("tickets subcontracted at their price a year", "tickets sous-traités à leur prix par an"),
    (
        "overflow of 2 technicians at a load of 1, of 55 calls",
        "débordement de 2 techniciens à une charge de 1, sur 55 interventions",
    ),
    (
        "loads, of five, at which one pool of 450 overflows more than 300 and 150",
        "charges, sur cinq, où une équipe de 450 déborde plus que 300 et 150",
    ),
    ("utilisation from which a technician pays", "utilisation à partir de laquelle un technicien est rentable"),
    ("200 technicians at 75 %: saving a year", "200 techniciens à 75\u{a0}%\u{a0}: économie par an"),
    ("200 technicians at 85 %: saving a year", "200 techniciens à 85\u{a0}%\u{a0}: économie par an"),
    (
        "200 technicians at that utilisation: saving a year",
        "200 techniciens à cette utilisation\u{a0}: économie par an",
    ),
    ("NIST {dataset}: {what}", "NIST {dataset}\u{a0}: {what}"),
    ("mean", "moyenne"),
    ("standard deviation", "écart-type"),
    ("30 days more on 1.46 M: owed more", "30 jours de plus sur 1,46 M\u{a0}: encours en plus"),
    ("30 days more: the partner's gain at 5 %", "30 jours de plus\u{a0}: gain du partenaire à 5\u{a0}%"),
    ("30 days more: the vendor's cost at 2 %", "30 jours de plus\u{a0}: coût du constructeur à 2\u{a0}%"),
    ("30 days more: expected loss at 1 % x 60 %", "30 jours de plus\u{a0}: perte attendue à 1\u{a0}% x 60\u{a0}%"),
    ("60 days more: twice the gain", "60 jours de plus\u{a0}: deux fois le gain"),
    (
        "2/10 net 30 at 37.24 % a year: what it leaves the partner",
        "2/10 net 30 à 37,24\u{a0}% par an\u{a0}: ce qui reste au partenaire",
    ),
    (
        "2/10 net 30: what being paid early spares the vendor at 2 %",
        "2/10 net 30\u{a0}: ce qu'un paiement anticipé épargne au constructeur à 2\u{a0}%",
    ),
    (
        "1 % a month for 8 of 36 months at 4 %: cost to the vendor of 1 M",
        "1\u{a0}% par mois pendant 8 mois sur 36 à 4\u{a0}%\u{a0}: coût pour le constructeur de 1 M",
    ),
    ("the same: gain of a partner", "de même\u{a0}: gain d'un partenaire"),
    (
        "cents between partners' gain and vendor's cost, every trial",
        "centimes entre gain des partenaires et coût du constructeur, à chaque tirage",
    ),
    (
        "vendor's cost at equal cost of money: what all partners gain",
        "coût du constructeur à coût égal de l'argent\u{a0}: ce que gagnent tous les partenaires",
    ),
    (
        "tail index {tail}, {name}: partners above F/dr in Power, {above} to the nearest whole",
        "indice de queue {tail}, {name}\u{a0}: partenaires au-dessus de F/dr en Power, {above} à l'entier près",
    ),
    ("full score", "score entier"),
    ("half score", "demi-score"),
    (
        "tail index {tail}, static reading: partners in Power",
        "indice de queue {tail}, lecture statique\u{a0}: partenaires en Power",
    ),
    (
        "budget-neutral: cents between what tracks and rebates cost, every trial",
        "budget constant\u{a0}: centimes entre coûts des voies et des remises arrière, à chaque tirage",
    ),
    (
        "a rebate entered as a track: partners that are paid otherwise",
        "une remise arrière saisie comme voie\u{a0}: partenaires payés autrement",
    ),
    (
        "all indicators at target: payout on 1 M at 5 %",
        "tous les indicateurs à la cible\u{a0}: paiement sur 1 M à 5\u{a0}%",
    ),
    ("all halfway, even weights: payout at 3.25 %", "tous à mi-chemin, poids égaux\u{a0}: paiement à 3,25\u{a0}%"),
    ("all halfway, uneven weights: payout at 3.25 %", "tous à mi-chemin, poids inégaux\u{a0}: paiement à 3,25\u{a0}%"),
    ("fixed cost of the track", "coût fixe de la voie"),
    (
        "{function}: first-order Sobol index of input {number}",
        "{function}\u{a0}: indice de Sobol du premier ordre de la donnée {number}",
    ),
    (
        "{function}: total Sobol index of input {number}",
        "{function}\u{a0}: indice de Sobol total de la donnée {number}",
    ),
    (
        "2 X + L, normal: share of the variance that rests on X",
        "2 X + L, normales\u{a0}: part de la variance qui repose sur X",
    ),
];
