//! The sheet Services.

pub const ENTRIES: &[(&str, &str)] = &[
    ("Services sold, tickets and the field force", "Services vendus, tickets et techniciens d'intervention"),
    (
        "Means over {trials} trials and the whole horizon, in {currency}, {reading}",
        "Moyennes sur {trials} {trials?tirage|tirages} et l'horizon entier, en {currency}, {reading}",
    ),
    ("Service sales a year", "Ventes de services par an"),
    ("Service margin", "Marge de services"),
    ("Kick-backs, and fees for tickets less what they cost.", "Rétrocessions, et forfaits de tickets moins leur coût."),
    ("Training they pay", "Formation à leur charge"),
    ("Left to partners", "Reste aux partenaires"),
    ("Left to each", "Reste à chacun"),
    ("Mean of the partners at the service level.", "Moyenne des partenaires de ce niveau de service."),
    ("Tickets by route, whole horizon", "Tickets par voie de traitement, horizon entier"),
    (
        "What tickets cost the vendor, by route, whole horizon",
        "Ce que les tickets coûtent au constructeur, par voie de traitement, horizon entier",
    ),
    (
        "The field force is paid whether it is in use or not, so that its cost per ticket falls with every ticket it \
         takes; fees and prices are paid for each ticket.",
        "Les techniciens sont payés qu'ils soient occupés ou non\u{a0}: leur coût par ticket baisse à chaque ticket \
         pris\u{a0}; forfaits et prix se paient à chaque ticket.",
    ),
    ("By partners", "Par partenaires"),
    ("In-house", "En interne"),
    ("By the vendor's field force, late ones included.", "Par les techniciens du constructeur, retards compris."),
    ("Subcontracted", "Sous-traités"),
    ("All tickets", "Tous les tickets"),
    ("Handed back", "Rendus"),
    (
        "Taken by partners and given back; counted in another route.",
        "Pris par des partenaires puis rendus\u{a0}; comptés dans une autre voie.",
    ),
    ("Overflow", "Débordement"),
    ("Found nobody of the field force free.", "N'ont trouvé aucun technicien libre."),
    ("Late", "En retard"),
    (
        "Of the overflow: nobody else may take them, so they wait.",
        "Du débordement\u{a0}: personne d'autre ne peut les prendre, ils attendent.",
    ),
    (
        "Share of tickets that did not find the field force busy; those sent elsewhere at once are among them.",
        "Part des tickets qui n'ont pas trouvé les techniciens occupés\u{a0}; ceux envoyés d'emblée ailleurs en font \
         partie.",
    ),
    ("Of the service level.", "Du niveau de service."),
    (
        "From {low} ({least}) to {high} ({most}) of tickets are subcontracted",
        "De {low} ({least}) à {high} ({most}) des tickets sont sous-traités",
    ),
    ("{share} of tickets are subcontracted", "{share} des tickets sont sous-traités"),
    ("Tickets by route", "Tickets par voie de traitement"),
    (
        "{title}. Stacked columns show tickets by route, one column a programme.",
        "{title}. Des colonnes empilées montrent les tickets par voie de traitement, une colonne par programme.",
    ),
    ("tickets", "tickets"),
    ("Fees to partners", "Forfaits des partenaires"),
    ("Subcontractors", "Sous-traitants"),
    ("Service cost", "Coût de service"),
    ("A ticket by partners", "Un ticket par partenaires"),
    ("A ticket in-house", "Un ticket en interne"),
    (
        "Cost of all people on site over the tickets they take.",
        "Coût de tout l'effectif sur site rapporté aux tickets qu'il prend.",
    ),
    ("A ticket subcontracted", "Un ticket sous-traité"),
    ("Cost per ticket", "Coût par ticket"),
    ("Over all routes; the mean of the trials' ratios.", "Toutes voies réunies\u{a0}; moyenne des ratios des tirages."),
    (
        "What subcontractors are paid less than under the baseline.",
        "Ce que les sous-traitants reçoivent de moins que sous la référence.",
    ),
    ("Service cost against the baseline", "Coût de service contre la référence"),
    (
        "Share of futures in which service costs less than under the baseline; equal counts half.",
        "Part des futurs où le service coûte moins que sous la référence\u{a0}; l'égalité compte pour moitié.",
    ),
    (
        "A ticket is cheapest under {programme}: {cost} {currency}",
        "Un ticket coûte le moins sous {programme}\u{a0}: {cost}\u{a0}{currency}",
    ),
    ("Service cost by route", "Coût de service par voie de traitement"),
    (
        "{title}. Stacked columns show the vendor's service cost by route, one column a programme.",
        "{title}. Des colonnes empilées montrent le coût de service du constructeur par voie de traitement, une \
         colonne par programme.",
    ),
    ("service cost, {currency}", "coût de service, {currency}"),
    ("Partners by service level", "Partenaires par niveau de service"),
    ("What services bring, whole horizon", "Ce que rapportent les services, horizon entier"),
    (
        "What services leave partners, by service level, whole horizon",
        "Ce que les services laissent aux partenaires, par niveau de service, horizon entier",
    ),
    (
        "Service margin of partners by level held, whole horizon",
        "Marge de services des partenaires par niveau détenu, horizon entier",
    ),
    (
        " Those who enter sell {sales} a year, which costs the vendor {left} a year after cost, kick-backs and its \
         part of training.",
        " Ceux qui entrent vendent {sales} par an, ce qui coûte {left} par an au constructeur après coûts, \
         rétrocessions et sa part de la formation.",
    ),
    (
        " Those who enter sell {sales} a year, which leaves the vendor {left} a year after cost, kick-backs and its \
         part of training.",
        " Ceux qui entrent vendent {sales} par an, ce qui laisse {left} par an au constructeur après coûts, \
         rétrocessions et sa part de la formation.",
    ),
    ("{after}, as before,", "{after}, comme avant"),
    ("{after} instead of {before}", "{after} au lieu de {before}"),
    (
        "{eligible} partners may sell services, {delivering} deliver them and {experts} are at the highest \
         level.{brings}",
        "partenaires pouvant vendre des services\u{a0}: {eligible}\u{a0}; qui en délivrent\u{a0}: {delivering}\u{a0}; \
         au niveau le plus haut\u{a0}: {experts}.{brings}",
    ),
    ("Lowest first.", "Du plus bas au plus haut."),
    ("May sell services", "Peuvent vendre des services"),
    ("Sellers", "Vendeurs"),
    ("Service sales", "Ventes de services"),
    ("Cost of services", "Coût des services"),
    ("Vendor's.", "Du constructeur."),
    ("Kick-backs", "Rétrocessions"),
    ("From the vendor to partners.", "Du constructeur aux partenaires."),
    ("Training, vendor's part", "Formation, part du constructeur"),
    ("Left to the vendor", "Reste au constructeur"),
    (
        "Sales less cost, kick-backs and training; without tickets.",
        "Ventes moins coût, rétrocessions et formation\u{a0}; hors tickets.",
    ),
    ("Training, partners' part", "Formation, part des partenaires"),
    ("Partner service margin", "Marge de services des partenaires"),
    (
        "Kick-backs, and fees for tickets less what they cost; before training.",
        "Rétrocessions, et forfaits de tickets moins leur coût\u{a0}; avant formation.",
    ),
    ("New sellers, a year", "Nouveaux vendeurs, par an"),
    (
        "What sellers that the baseline does not have leave the vendor in a year.",
        "Ce que laissent par an au constructeur les vendeurs que la référence n'a pas.",
    ),
    ("When the in-house field force pays", "Quand les techniciens maison sont rentables"),
    ("Under every programme", "Sous tous les programmes"),
    (
        "What the new technicians save in a year by utilisation, if every call they make would be subcontracted",
        "Ce qu'économisent par an les nouveaux techniciens selon leur occupation, si toutes leurs interventions \
         étaient sinon sous-traitées",
    ),
    (
        "subcontractors cost nothing, so that own technicians never pay.",
        "les sous-traitants ne coûtent rien, des techniciens maison ne sont donc jamais rentables.",
    ),
    (
        "own technicians never pay: even always in use one costs more a call than the {price} of subcontractors.",
        "des techniciens maison ne sont jamais rentables\u{a0}: même toujours occupé, l'un d'eux coûte plus par \
         intervention que les {price} des sous-traitants.",
    ),
    (
        "an own technician pays from a utilisation of {even} on, as long as every call would be subcontracted \
         otherwise.",
        "un technicien maison est rentable à partir de {even} d'occupation, tant que toute intervention serait sinon \
         sous-traitée.",
    ),
    (
        "at the {assumed} assumed the {new} new technicians would lose {saved} a year. ",
        "aux {assumed} supposés, les {new} nouveaux techniciens perdraient {saved} par an. ",
    ),
    (
        "at the {assumed} assumed the {new} new technicians would save {saved} a year. ",
        "aux {assumed} supposés, les {new} nouveaux techniciens économiseraient {saved} par an. ",
    ),
    ("pays", "est rentable"),
    ("does not pay", "n'est pas rentable"),
    (
        " Service costs {cost} more than under the baseline over the horizon (90 % range of the difference {range}).",
        " Le service coûte {cost} de plus que sous la référence sur l'horizon (intervalle à 90\u{a0}% de \
         l'écart\u{a0}: {range}).",
    ),
    (
        " Service costs {cost} less than under the baseline over the horizon (90 % range of the difference {range}).",
        " Le service coûte {cost} de moins que sous la référence sur l'horizon (intervalle à 90\u{a0}% de \
         l'écart\u{a0}: {range}).",
    ),
    (
        "in the simulation technicians make {share} of the calls that they could make if always in use; a ticket \
         in-house costs {cost} {currency} and a subcontracted one {price} {currency}, so that the field force as a \
         whole {pays}.",
        "dans la simulation, les techniciens font {share} des interventions possibles s'ils étaient toujours \
         occupés\u{a0}; un ticket en interne coûte {cost}\u{a0}{currency} et un ticket sous-traité \
         {price}\u{a0}{currency}\u{a0}: l'équipe dans son ensemble {pays}.",
    ),
    ("People on site", "Personnes sur site"),
    ("Of them new", "Dont nouvelles"),
    ("In use at a time", "Occupées à la fois"),
    ("People on site times utilisation, whole ones.", "Personnes sur site fois occupation, entières."),
    ("Calls a year", "Interventions par an"),
    (
        "Of one technician always in use, at the mean length of a ticket.",
        "D'un technicien toujours occupé, à la durée moyenne d'un ticket.",
    ),
    ("Cost a person and year", "Coût par personne et an"),
    ("Price of a subcontractor", "Prix d'un sous-traitant"),
    ("Break-even utilisation", "Occupation au point mort"),
    (
        "Cost over calls times price: above it a technician costs less than subcontractors.",
        "Coût sur interventions fois prix\u{a0}: au-dessus, un technicien coûte moins que les sous-traitants.",
    ),
    ("Utilisation assumed", "Occupation supposée"),
    ("The most that technicians are in use.", "Le plus que les techniciens soient occupés."),
    ("Calls made, of those possible", "Interventions faites, des possibles"),
    (
        "Tickets they took over the calls of all people on site always in use; a late ticket counts like any other.",
        "Tickets pris sur les interventions de tout l'effectif sur site toujours occupé\u{a0}; un ticket en retard \
         compte comme un autre.",
    ),
    ("New staff saves a year", "Économie annuelle des nouveaux"),
    (
        "At the utilisation assumed, if every call would be subcontracted otherwise; below 0 it costs more.",
        "À l'occupation supposée, si toute intervention était sinon sous-traitée\u{a0}; sous 0 cela coûte plus.",
    ),
    ("How many technicians are worth having", "Combien de techniciens valent leur coût"),
    (
        "{entered} people on site are about as many as pay: one more would cost more than it spares.",
        "{entered} personnes sur site sont à peu près ce qui est rentable\u{a0}: une de plus coûterait plus qu'elle \
         n'épargne.",
    ),
    (
        "{people} people on site are worth having, where {entered} are entered: one more would cost more than it spares. \
         Moving there would save {saving} a year; {then} of the calls sent to them would overflow instead of {now}.",
        "{people} personnes sur site valent leur coût, pour {entered} saisies\u{a0}: une de plus coûterait plus \
         qu'elle n'épargne. Y passer économiserait {saving} par an\u{a0}; {then} des interventions qui leur sont \
         confiées déborderaient au lieu de {now}.",
    ),
    (
        "Calls that only they may take wait instead of overflowing to subcontractors; they are counted at their price all \
         the same, as waiting has none.",
        "Les interventions qu'eux seuls peuvent prendre attendent au lieu de déborder vers les sous-traitants\u{a0}; elles \
         comptent pourtant à leur prix, l'attente n'en ayant pas.",
    ),
    (
        "nobody on site is worth having: subcontractors would take all calls for less. Without the {entered} entered the \
         vendor would save {saving} a year.",
        "personne sur site ne vaut son coût\u{a0}: les sous-traitants prendraient tout pour moins. Sans les {entered} \
         saisies, le constructeur économiserait {saving} par an.",
    ),
    ("Calls sent to them", "Interventions confiées"),
    ("Expected in a year, after what partners keep.", "Attendues par an, après ce que gardent les partenaires."),
    ("Offered load", "Charge offerte"),
    (
        "Technicians in use that these calls would keep busy all the time.",
        "Techniciens que ces interventions occuperaient en permanence.",
    ),
    ("Share that overflows", "Part qui déborde"),
    (
        "Of calls sent to them, at the expected load (Erlang B).",
        "Des interventions confiées, à la charge attendue (Erlang B).",
    ),
    ("One more is on calls", "Un de plus intervient"),
    (
        "Share of its time in use: it is sent only what the others have no time for.",
        "Part de son temps d'occupation\u{a0}: il ne reçoit que ce que les autres n'ont pas le temps de prendre.",
    ),
    ("Pays if on calls", "Rentable s'il intervient"),
    (
        "Break-even utilisation over the utilisation assumed, at the mean length of the calls sent to them.",
        "Occupation au point mort sur l'occupation supposée, à la durée moyenne des interventions confiées.",
    ),
    ("People worth having", "Effectif qui vaut son coût"),
    (
        "As many as pay: the next one in use would be on calls too little.",
        "Autant que de rentables\u{a0}: le suivant interviendrait trop peu.",
    ),
    ("Overflow with them", "Débordement avec eux"),
    ("Saved a year by moving", "Économie annuelle en y passant"),
    (
        "Cost of people on site and of calls that overflow; calls that wait are counted at the price, too.",
        "Coût de l'effectif sur site et des interventions qui débordent\u{a0}; celles qui attendent comptent aussi au prix.",
    ),
    ("one more", "un de plus"),
    ("{new} people", "{new} {new?personne|personnes}"),
    ("{share}, break-even", "{share}, point mort"),
    ("Utilisation", "Occupation"),
    (
        "Share of their days that technicians are in use; the break-even is among them.",
        "Part de leurs jours où les techniciens sont occupés\u{a0}; le point mort en fait partie.",
    ),
    (
        "New technicians pay from a utilisation of {even} on",
        "De nouveaux techniciens sont rentables à partir de {even} d'occupation",
    ),
    ("New technicians never pay", "De nouveaux techniciens ne sont jamais rentables"),
    (
        "{title}. Columns show what they save in a year by utilisation.",
        "{title}. Des colonnes montrent leur économie annuelle selon l'occupation.",
    ),
];
