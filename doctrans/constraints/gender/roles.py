"""English words for persons that name no gender, and what men and women are called by: a table of
data.

Written for this project: roles, professions and relations that general texts speak of, in the
forms that dictionaries of the three languages give first. A role may have several rows, of which
the first has the usual words.
"""

from __future__ import annotations

# English: German, French, Spanish; masculine/feminine, one form where both are spelled alike.
ROWS = """
accountant: Buchhalter/Buchhalterin, comptable, contable
activist: Aktivist/Aktivistin, militant/militante, activista
actor: Schauspieler/Schauspielerin, acteur/actrice, actor/actriz
administrator: Administrator/Administratorin, administrateur/administratrice, administrador/administradora
administrator: Verwalter/Verwalterin, administrateur/administratrice, administrador/administradora
adviser: Berater/Beraterin, conseiller/conseillère, asesor/asesora
advisor: Berater/Beraterin, conseiller/conseillère, asesor/asesora
ambassador: Botschafter/Botschafterin, ambassadeur/ambassadrice, embajador/embajadora
anaesthetist: Anästhesist/Anästhesistin, anesthésiste, anestesista
analyst: Analyst/Analystin, analyste, analista
anesthesiologist: Anästhesist/Anästhesistin, anesthésiste, anestesiólogo/anestesióloga
anthropologist: Anthropologe/Anthropologin, anthropologue, antropólogo/antropóloga
applicant: Bewerber/Bewerberin, candidat/candidate, solicitante
applicant: Antragsteller/Antragstellerin, demandeur/demandeuse, solicitante
apprentice: Lehrling, apprenti/apprentie, aprendiz/aprendiza
archaeologist: Archäologe/Archäologin, archéologue, arqueólogo/arqueóloga
architect: Architekt/Architektin, architecte, arquitecto/arquitecta
archivist: Archivar/Archivarin, archiviste, archivero/archivera
artist: Künstler/Künstlerin, artiste, artista
assistant: Assistent/Assistentin, assistant/assistante, asistente
astronaut: Astronaut/Astronautin, astronaute, astronauta
astronomer: Astronom/Astronomin, astronome, astrónomo/astrónoma
athlete: Sportler/Sportlerin, athlète, atleta
attorney: Anwalt/Anwältin, avocat/avocate, abogado/abogada
auditor: Prüfer/Prüferin, auditeur/auditrice, auditor/auditora
author: Autor/Autorin, auteur/autrice, autor/autora
author: Verfasser/Verfasserin, auteur/auteure, autor/autora
author: Schriftsteller/Schriftstellerin, écrivain/écrivaine, escritor/escritora
babysitter: Babysitter/Babysitterin, baby-sitter, niñero/niñera
baker: Bäcker/Bäckerin, boulanger/boulangère, panadero/panadera
banker: Bankier/Bankerin, banquier/banquière, banquero/banquera
barber: Friseur/Friseurin, barbier/barbière, barbero/barbera
barrister: Anwalt/Anwältin, avocat/avocate, abogado/abogada
bartender: Barkeeper/Barkeeperin, barman/barmaid, camarero/camarera
bassist: Bassist/Bassistin, bassiste, bajista
beekeeper: Imker/Imkerin, apiculteur/apicultrice, apicultor/apicultora
beginner: Anfänger/Anfängerin, débutant/débutante, principiante
biochemist: Biochemiker/Biochemikerin, biochimiste, bioquímico/bioquímica
biographer: Biograf/Biografin, biographe, biógrafo/biógrafa
biologist: Biologe/Biologin, biologiste, biólogo/bióloga
bishop: Bischof/Bischöfin, évêque, obispo/obispa
blacksmith: Schmied/Schmiedin, forgeron/forgeronne, herrero/herrera
blogger: Blogger/Bloggerin, blogueur/blogueuse, bloguero/bloguera
bodyguard: Leibwächter/Leibwächterin, garde du corps, guardaespaldas
bookseller: Buchhändler/Buchhändlerin, libraire, librero/librera
boss: Chef/Chefin, patron/patronne, jefe/jefa
botanist: Botaniker/Botanikerin, botaniste, botánico/botánica
boxer: Boxer/Boxerin, boxeur/boxeuse, boxeador/boxeadora
brewer: Brauer/Brauerin, brasseur/brasseuse, cervecero/cervecera
bricklayer: Maurer/Maurerin, maçon/maçonne, albañil
broadcaster: Moderator/Moderatorin, animateur/animatrice, locutor/locutora
broker: Makler/Maklerin, courtier/courtière, corredor/corredora
butcher: Metzger/Metzgerin, boucher/bouchère, carnicero/carnicera
butcher: Fleischer/Fleischerin, boucher/bouchère, carnicero/carnicera
buyer: Käufer/Käuferin, acheteur/acheteuse, comprador/compradora
candidate: Kandidat/Kandidatin, candidat/candidate, candidato/candidata
captain: Kapitän/Kapitänin, capitaine, capitán/capitana
cardiologist: Kardiologe/Kardiologin, cardiologue, cardiólogo/cardióloga
caregiver: Pfleger/Pflegerin, aide-soignant/aide-soignante, cuidador/cuidadora
carer: Pfleger/Pflegerin, aide-soignant/aide-soignante, cuidador/cuidadora
caretaker: Hausmeister/Hausmeisterin, concierge, conserje
carpenter: Tischler/Tischlerin, menuisier/menuisière, carpintero/carpintera
carpenter: Zimmerer/Zimmerin, charpentier/charpentière, carpintero/carpintera
cashier: Kassierer/Kassiererin, caissier/caissière, cajero/cajera
cellist: Cellist/Cellistin, violoncelliste, violonchelista
ceo: Geschäftsführer/Geschäftsführerin, directeur général/directrice générale, director general/directora general
ceo: Vorstandsvorsitzender/Vorstandsvorsitzende, PDG, consejero delegado/consejera delegada
chairperson: Vorsitzender/Vorsitzende, président/présidente, presidente/presidenta
champion: Meister/Meisterin, champion/championne, campeón/campeona
chancellor: Kanzler/Kanzlerin, chancelier/chancelière, canciller
chef: Koch/Köchin, cuisinier/cuisinière, chef
chemist: Chemiker/Chemikerin, chimiste, químico/química
chief: Chef/Chefin, chef/cheffe, jefe/jefa
chief: Leiter/Leiterin, chef/cheffe, jefe/jefa
chief executive: Geschäftsführer/Geschäftsführerin, directeur général/directrice générale, director general/directora general
chief executive: Vorstandsvorsitzender/Vorstandsvorsitzende, directeur exécutif/directrice exécutive, jefe ejecutivo/jefa ejecutiva
choreographer: Choreograf/Choreografin, chorégraphe, coreógrafo/coreógrafa
citizen: Bürger/Bürgerin, citoyen/citoyenne, ciudadano/ciudadana
civil servant: Beamter/Beamtin, fonctionnaire, funcionario/funcionaria
classmate: Klassenkamerad/Klassenkameradin, camarade, compañero/compañera
cleaner: Reiniger/Reinigerin, nettoyeur/nettoyeuse, limpiador/limpiadora
clerk: Sachbearbeiter/Sachbearbeiterin, employé/employée, empleado/empleada
clerk: Angestellter/Angestellte, commis, oficinista
client: Klient/Klientin, client/cliente, cliente
climber: Kletterer/Kletterin, grimpeur/grimpeuse, escalador/escaladora
coach: Trainer/Trainerin, entraîneur/entraîneuse, entrenador/entrenadora
collaborator: Mitarbeiter/Mitarbeiterin, collaborateur/collaboratrice, colaborador/colaboradora
colleague: Kollege/Kollegin, collègue, colega
colleague: Arbeitskollege/Arbeitskollegin, collègue, compañero/compañera
collector: Sammler/Sammlerin, collectionneur/collectionneuse, coleccionista
colonel: Oberst, colonel/colonelle, coronel
columnist: Kolumnist/Kolumnistin, chroniqueur/chroniqueuse, columnista
comedian: Komiker/Komikerin, humoriste, humorista
comedian: Schauspieler/Schauspielerin, comédien/comédienne, cómico/cómica
commander: Kommandant/Kommandantin, commandant/commandante, comandante
commentator: Kommentator/Kommentatorin, commentateur/commentatrice, comentarista
commissioner: Kommissar/Kommissarin, commissaire, comisario/comisaria
composer: Komponist/Komponistin, compositeur/compositrice, compositor/compositora
computer scientist: Informatiker/Informatikerin, informaticien/informaticienne, informático/informática
conductor: Dirigent/Dirigentin, chef d’orchestre/cheffe d’orchestre, director/directora
consultant: Berater/Beraterin, consultant/consultante, consultor/consultora
contestant: Kandidat/Kandidatin, candidat/candidate, concursante
cook: Koch/Köchin, cuisinier/cuisinière, cocinero/cocinera
coordinator: Koordinator/Koordinatorin, coordinateur/coordinatrice, coordinador/coordinadora
correspondent: Korrespondent/Korrespondentin, correspondant/correspondante, corresponsal
councillor: Stadtrat/Stadträtin, conseiller/conseillère, concejal/concejala
counsellor: Berater/Beraterin, conseiller/conseillère, consejero/consejera
counselor: Berater/Beraterin, conseiller/conseillère, consejero/consejera
courier: Kurier/Kurierin, coursier/coursière, mensajero/mensajera
critic: Kritiker/Kritikerin, critique, crítico/crítica
curator: Kurator/Kuratorin, conservateur/conservatrice, curador/curadora
customer: Kunde/Kundin, client/cliente, cliente
cyclist: Radfahrer/Radfahrerin, cycliste, ciclista
dancer: Tänzer/Tänzerin, danseur/danseuse, bailarín/bailarina
dean: Dekan/Dekanin, doyen/doyenne, decano/decana
delegate: Delegierter/Delegierte, délégué/déléguée, delegado/delegada
dentist: Zahnarzt/Zahnärztin, dentiste, dentista
deputy: Stellvertreter/Stellvertreterin, adjoint/adjointe, adjunto/adjunta
dermatologist: Hautarzt/Hautärztin, dermatologue, dermatólogo/dermatóloga
dermatologist: Dermatologe/Dermatologin, dermatologue, dermatólogo/dermatóloga
designer: Designer/Designerin, designer, diseñador/diseñadora
designer: Gestalter/Gestalterin, concepteur/conceptrice, diseñador/diseñadora
detective: Detektiv/Detektivin, détective, detective
developer: Entwickler/Entwicklerin, développeur/développeuse, desarrollador/desarrolladora
dietician: Ernährungsberater/Ernährungsberaterin, diététicien/diététicienne, dietista
dietitian: Ernährungsberater/Ernährungsberaterin, diététicien/diététicienne, dietista
diplomat: Diplomat/Diplomatin, diplomate, diplomático/diplomática
director: Direktor/Direktorin, directeur/directrice, director/directora
director: Leiter/Leiterin, directeur/directrice, director/directora
diver: Taucher/Taucherin, plongeur/plongeuse, buceador/buceadora
doctor: Arzt/Ärztin, médecin, médico/médica
donor: Spender/Spenderin, donateur/donatrice, donante
dramatist: Dramatiker/Dramatikerin, dramaturge, dramaturgo/dramaturga
driver: Fahrer/Fahrerin, conducteur/conductrice, conductor/conductora
drummer: Schlagzeuger/Schlagzeugerin, batteur/batteuse, baterista
ecologist: Ökologe/Ökologin, écologiste, ecólogo/ecóloga
economist: Ökonom/Ökonomin, économiste, economista
editor: Redakteur/Redakteurin, rédacteur/rédactrice, editor/editora
editor: Herausgeber/Herausgeberin, éditeur/éditrice, redactor/redactora
editor: Editor/Editorin, rédacteur/rédactrice, editor/editora
editor-in-chief: Chefredakteur/Chefredakteurin, rédacteur en chef/rédactrice en chef, redactor jefe/redactora jefa
educator: Pädagoge/Pädagogin, éducateur/éducatrice, educador/educadora
electrician: Elektriker/Elektrikerin, électricien/électricienne, electricista
employee: Mitarbeiter/Mitarbeiterin, employé/employée, empleado/empleada
employee: Angestellter/Angestellte, salarié/salariée, trabajador/trabajadora
engineer: Ingenieur/Ingenieurin, ingénieur/ingénieure, ingeniero/ingeniera
entrepreneur: Unternehmer/Unternehmerin, entrepreneur/entrepreneuse, empresario/empresaria
environmentalist: Umweltschützer/Umweltschützerin, écologiste, ecologista
estate agent: Immobilienmakler/Immobilienmaklerin, agent immobilier/agente immobilière, agente inmobiliario/agente inmobiliaria
expert: Experte/Expertin, expert/experte, experto/experta
explorer: Entdecker/Entdeckerin, explorateur/exploratrice, explorador/exploradora
farmer: Landwirt/Landwirtin, agriculteur/agricultrice, agricultor/agricultora
farmer: Bauer/Bäuerin, fermier/fermière, granjero/granjera
filmmaker: Filmemacher/Filmemacherin, cinéaste, cineasta
firefighter: Feuerwehrmann/Feuerwehrfrau, pompier/pompière, bombero/bombera
flight attendant: Flugbegleiter/Flugbegleiterin, agent de bord/agente de bord, auxiliar de vuelo
footballer: Fußballer/Fußballerin, footballeur/footballeuse, futbolista
foreigner: Ausländer/Ausländerin, étranger/étrangère, extranjero/extranjera
forester: Förster/Försterin, forestier/forestière, guardabosques
founder: Gründer/Gründerin, fondateur/fondatrice, fundador/fundadora
freelancer: Freiberufler/Freiberuflerin, indépendant/indépendante, autónomo/autónoma
friend: Freund/Freundin, ami/amie, amigo/amiga
gardener: Gärtner/Gärtnerin, jardinier/jardinière, jardinero/jardinera
general practitioner: Hausarzt/Hausärztin, généraliste, médico de cabecera/médica de cabecera
geneticist: Genetiker/Genetikerin, généticien/généticienne, genetista
geologist: Geologe/Geologin, géologue, geólogo/geóloga
goalkeeper: Torhüter/Torhüterin, gardien/gardienne, portero/portera
goldsmith: Goldschmied/Goldschmiedin, orfèvre, orfebre
golfer: Golfer/Golferin, golfeur/golfeuse, golfista
government official: Beamter/Beamtin, fonctionnaire, funcionario/funcionaria
governor: Gouverneur/Gouverneurin, gouverneur/gouverneure, gobernador/gobernadora
graduate: Absolvent/Absolventin, diplômé/diplômée, graduado/graduada
graphic designer: Grafiker/Grafikerin, graphiste, diseñador/diseñadora
guest: Gast, invité/invitée, invitado/invitada
guitarist: Gitarrist/Gitarristin, guitariste, guitarrista
gymnast: Turner/Turnerin, gymnaste, gimnasta
gynaecologist: Gynäkologe/Gynäkologin, gynécologue, ginecólogo/ginecóloga
gynaecologist: Frauenarzt/Frauenärztin, gynécologue, ginecólogo/ginecóloga
gynecologist: Gynäkologe/Gynäkologin, gynécologue, ginecólogo/ginecóloga
gynecologist: Frauenarzt/Frauenärztin, gynécologue, ginecólogo/ginecóloga
hairdresser: Friseur/Friseurin, coiffeur/coiffeuse, peluquero/peluquera
head teacher: Schulleiter/Schulleiterin, directeur/directrice, director/directora
headteacher: Schulleiter/Schulleiterin, directeur/directrice, director/directora
heir: Erbe/Erbin, héritier/héritière, heredero/heredera
historian: Historiker/Historikerin, historien/historienne, historiador/historiadora
host: Moderator/Moderatorin, animateur/animatrice, presentador/presentadora
host: Gastgeber/Gastgeberin, hôte/hôtesse, anfitrión/anfitriona
hunter: Jäger/Jägerin, chasseur/chasseuse, cazador/cazadora
illustrator: Illustrator/Illustratorin, illustrateur/illustratrice, ilustrador/ilustradora
immigrant: Einwanderer/Einwanderin, immigré/immigrée, inmigrante
immigrant: Immigrant/Immigrantin, immigrant/immigrante, inmigrante
inspector: Inspektor/Inspektorin, inspecteur/inspectrice, inspector/inspectora
instructor: Ausbilder/Ausbilderin, instructeur/instructrice, instructor/instructora
instructor: Dozent/Dozentin, formateur/formatrice, profesor/profesora
intern: Praktikant/Praktikantin, stagiaire, becario/becaria
interpreter: Dolmetscher/Dolmetscherin, interprète, intérprete
inventor: Erfinder/Erfinderin, inventeur/inventrice, inventor/inventora
investigator: Ermittler/Ermittlerin, enquêteur/enquêtrice, investigador/investigadora
janitor: Hausmeister/Hausmeisterin, concierge, conserje
jeweler: Juwelier/Juwelierin, bijoutier/bijoutière, joyero/joyera
jeweller: Juwelier/Juwelierin, bijoutier/bijoutière, joyero/joyera
journalist: Journalist/Journalistin, journaliste, periodista
judge: Richter/Richterin, juge, juez/jueza
laborer: Arbeiter/Arbeiterin, ouvrier/ouvrière, obrero/obrera
labourer: Arbeiter/Arbeiterin, ouvrier/ouvrière, obrero/obrera
landlord: Vermieter/Vermieterin, propriétaire, arrendador/arrendadora
law official: Beamter/Beamtin, fonctionnaire, funcionario/funcionaria
lawmaker: Abgeordneter/Abgeordnete, législateur/législatrice, legislador/legisladora
lawyer: Anwalt/Anwältin, avocat/avocate, abogado/abogada
leader: Leiter/Leiterin, dirigeant/dirigeante, líder
leader: Führer/Führerin, chef/cheffe, líder
lecturer: Dozent/Dozentin, conférencier/conférencière, profesor/profesora
legislator: Abgeordneter/Abgeordnete, législateur/législatrice, legislador/legisladora
librarian: Bibliothekar/Bibliothekarin, bibliothécaire, bibliotecario/bibliotecaria
lieutenant: Leutnant, lieutenant/lieutenante, teniente
lifeguard: Rettungsschwimmer/Rettungsschwimmerin, sauveteur/sauveteuse, socorrista
linguist: Linguist/Linguistin, linguiste, lingüista
listener: Zuhörer/Zuhörerin, auditeur/auditrice, oyente
locksmith: Schlosser/Schlosserin, serrurier/serrurière, cerrajero/cerrajera
lorry driver: Lkw-Fahrer/Lkw-Fahrerin, routier/routière, camionero/camionera
loser: Verlierer/Verliererin, perdant/perdante, perdedor/perdedora
magician: Zauberer/Zauberin, magicien/magicienne, mago/maga
mail carrier: Briefträger/Briefträgerin, facteur/factrice, cartero/cartera
manager: Manager/Managerin, gestionnaire, gerente
manager: Leiter/Leiterin, directeur/directrice, director/directora
manager: Verwalter/Verwalterin, responsable, administrador/administradora
mathematician: Mathematiker/Mathematikerin, mathématicien/mathématicienne, matemático/matemática
mayor: Bürgermeister/Bürgermeisterin, maire, alcalde/alcaldesa
mechanic: Mechaniker/Mechanikerin, mécanicien/mécanicienne, mecánico/mecánica
member: Mitglied, membre, miembro
member of parliament: Abgeordneter/Abgeordnete, député/députée, diputado/diputada
mentor: Mentor/Mentorin, mentor/mentore, mentor/mentora
meteorologist: Meteorologe/Meteorologin, météorologue, meteorólogo/meteoróloga
midfielder: Mittelfeldspieler/Mittelfeldspielerin, milieu, centrocampista
miner: Bergmann/Bergfrau, mineur/mineuse, minero/minera
minister: Minister/Ministerin, ministre, ministro/ministra
missionary: Missionar/Missionarin, missionnaire, misionero/misionera
moderator: Moderator/Moderatorin, modérateur/modératrice, moderador/moderadora
motorcyclist: Motorradfahrer/Motorradfahrerin, motocycliste, motociclista
mountaineer: Bergsteiger/Bergsteigerin, alpiniste, alpinista
musician: Musiker/Musikerin, musicien/musicienne, músico/música
naturalist: Naturforscher/Naturforscherin, naturaliste, naturalista
neighbor: Nachbar/Nachbarin, voisin/voisine, vecino/vecina
neighbour: Nachbar/Nachbarin, voisin/voisine, vecino/vecina
neurologist: Neurologe/Neurologin, neurologue, neurólogo/neuróloga
notary: Notar/Notarin, notaire, notario/notaria
novelist: Romanautor/Romanautorin, romancier/romancière, novelista
nurse: Krankenpfleger/Krankenschwester, infirmier/infirmière, enfermero/enfermera
officer: Beamter/Beamtin, agent/agente, oficial
oncologist: Onkologe/Onkologin, oncologue, oncólogo/oncóloga
operator: Bediener/Bedienerin, opérateur/opératrice, operador/operadora
opponent: Gegner/Gegnerin, adversaire, oponente
optician: Optiker/Optikerin, opticien/opticienne, óptico/óptica
organist: Organist/Organistin, organiste, organista
owner: Besitzer/Besitzerin, propriétaire, propietario/propietaria
owner: Eigentümer/Eigentümerin, propriétaire, dueño/dueña
paediatrician: Kinderarzt/Kinderärztin, pédiatre, pediatra
painter: Maler/Malerin, peintre, pintor/pintora
paramedic: Sanitäter/Sanitäterin, ambulancier/ambulancière, paramédico/paramédica
participant: Teilnehmer/Teilnehmerin, participant/participante, participante
partner: Partner/Partnerin, partenaire, socio/socia
passenger: Passagier/Passagierin, passager/passagère, pasajero/pasajera
pastor: Pastor/Pastorin, pasteur/pasteure, pastor/pastora
pastor: Pfarrer/Pfarrerin, pasteur/pasteure, pastor/pastora
patient: Patient/Patientin, patient/patiente, paciente
pedestrian: Fußgänger/Fußgängerin, piéton/piétonne, peatón/peatona
pediatrician: Kinderarzt/Kinderärztin, pédiatre, pediatra
pensioner: Rentner/Rentnerin, retraité/retraitée, pensionista
performer: Darsteller/Darstellerin, interprète, intérprete
pharmacist: Apotheker/Apothekerin, pharmacien/pharmacienne, farmacéutico/farmacéutica
philanthropist: Philanthrop/Philanthropin, philanthrope, filántropo/filántropa
philosopher: Philosoph/Philosophin, philosophe, filósofo/filósofa
photographer: Fotograf/Fotografin, photographe, fotógrafo/fotógrafa
physician: Arzt/Ärztin, médecin, médico/médica
physicist: Physiker/Physikerin, physicien/physicienne, físico/física
physiotherapist: Physiotherapeut/Physiotherapeutin, kinésithérapeute, fisioterapeuta
pianist: Pianist/Pianistin, pianiste, pianista
pilot: Pilot/Pilotin, pilote, piloto
pioneer: Pionier/Pionierin, pionnier/pionnière, pionero/pionera
player: Spieler/Spielerin, joueur/joueuse, jugador/jugadora
playwright: Dramatiker/Dramatikerin, dramaturge, dramaturgo/dramaturga
plumber: Klempner/Klempnerin, plombier/plombière, fontanero/fontanera
plumber: Installateur/Installateurin, plombier/plombière, fontanero/fontanera
poet: Dichter/Dichterin, poète/poétesse, poeta
poet: Poet/Poetin, poète/poétesse, poeta
police officer: Polizist/Polizistin, policier/policière, policía
politician: Politiker/Politikerin, politicien/politicienne, político/política
potter: Töpfer/Töpferin, potier/potière, alfarero/alfarera
presenter: Moderator/Moderatorin, présentateur/présentatrice, presentador/presentadora
president: Präsident/Präsidentin, président/présidente, presidente/presidenta
priest: Priester/Priesterin, prêtre/prêtresse, sacerdote/sacerdotisa
prime minister: Premierminister/Premierministerin, Premier ministre/Première ministre, primer ministro/primera ministra
prisoner: Gefangener/Gefangene, prisonnier/prisonnière, prisionero/prisionera
producer: Produzent/Produzentin, producteur/productrice, productor/productora
professor: Professor/Professorin, professeur/professeure, profesor/profesora
programmer: Programmierer/Programmiererin, programmeur/programmeuse, programador/programadora
project manager: Projektleiter/Projektleiterin, chef de projet/cheffe de projet, jefe de proyecto/jefa de proyecto
prosecutor: Staatsanwalt/Staatsanwältin, procureur/procureure, fiscal
psychiatrist: Psychiater/Psychiaterin, psychiatre, psiquiatra
psychologist: Psychologe/Psychologin, psychologue, psicólogo/psicóloga
public official: Beamter/Beamtin, fonctionnaire, funcionario/funcionaria
publisher: Verleger/Verlegerin, éditeur/éditrice, editor/editora
pupil: Schüler/Schülerin, élève, alumno/alumna
rabbi: Rabbiner/Rabbinerin, rabbin/rabbine, rabino/rabina
radiologist: Radiologe/Radiologin, radiologue, radiólogo/radióloga
rapper: Rapper/Rapperin, rappeur/rappeuse, rapero/rapera
reader: Leser/Leserin, lecteur/lectrice, lector/lectora
real estate agent: Immobilienmakler/Immobilienmaklerin, agent immobilier/agente immobilière, agente inmobiliario/agente inmobiliaria
receptionist: Rezeptionist/Rezeptionistin, réceptionniste, recepcionista
rector: Rektor/Rektorin, recteur/rectrice, rector/rectora
referee: Schiedsrichter/Schiedsrichterin, arbitre, árbitro/árbitra
refugee: Flüchtling, réfugié/réfugiée, refugiado/refugiada
reporter: Reporter/Reporterin, journaliste, reportero/reportera
representative: Vertreter/Vertreterin, représentant/représentante, representante
researcher: Forscher/Forscherin, chercheur/chercheuse, investigador/investigadora
restorer: Restaurator/Restauratorin, restaurateur/restauratrice, restaurador/restauradora
retiree: Rentner/Rentnerin, retraité/retraitée, jubilado/jubilada
roofer: Dachdecker/Dachdeckerin, couvreur/couvreuse, techador/techadora
roommate: Mitbewohner/Mitbewohnerin, colocataire, compañero/compañera
rower: Ruderer/Ruderin, rameur/rameuse, remero/remera
runner: Läufer/Läuferin, coureur/coureuse, corredor/corredora
sailor: Matrose/Matrosin, marin/marine, marinero/marinera
sales assistant: Verkäufer/Verkäuferin, vendeur/vendeuse, vendedor/vendedora
salesperson: Verkäufer/Verkäuferin, vendeur/vendeuse, vendedor/vendedora
saxophonist: Saxofonist/Saxofonistin, saxophoniste, saxofonista
scholar: Gelehrter/Gelehrte, chercheur/chercheuse, académico/académica
scientist: Wissenschaftler/Wissenschaftlerin, scientifique, científico/científica
screenwriter: Drehbuchautor/Drehbuchautorin, scénariste, guionista
sculptor: Bildhauer/Bildhauerin, sculpteur/sculptrice, escultor/escultora
secretary: Sekretär/Sekretärin, secrétaire, secretario/secretaria
seller: Verkäufer/Verkäuferin, vendeur/vendeuse, vendedor/vendedora
senator: Senator/Senatorin, sénateur/sénatrice, senador/senadora
sergeant: Feldwebel, sergent/sergente, sargento/sargenta
shareholder: Aktionär/Aktionärin, actionnaire, accionista
shepherd: Schäfer/Schäferin, berger/bergère, pastor/pastora
shepherd: Hirte/Hirtin, berger/bergère, pastor/pastora
sheriff: Sheriff, shérif/shérife, sheriff
shoemaker: Schuhmacher/Schuhmacherin, cordonnier/cordonnière, zapatero/zapatera
shop assistant: Verkäufer/Verkäuferin, vendeur/vendeuse, dependiente/dependienta
singer: Sänger/Sängerin, chanteur/chanteuse, cantante
skier: Skifahrer/Skifahrerin, skieur/skieuse, esquiador/esquiadora
social worker: Sozialarbeiter/Sozialarbeiterin, travailleur social/travailleuse sociale, trabajador social/trabajadora social
sociologist: Soziologe/Soziologin, sociologue, sociólogo/socióloga
software developer: Softwareentwickler/Softwareentwicklerin, développeur/développeuse, desarrollador/desarrolladora
soldier: Soldat/Soldatin, soldat/soldate, soldado
solicitor: Anwalt/Anwältin, avocat/avocate, abogado/abogada
songwriter: Songwriter/Songwriterin, parolier/parolière, compositor/compositora
speaker: Sprecher/Sprecherin, orateur/oratrice, orador/oradora
speaker: Redner/Rednerin, intervenant/intervenante, hablante
specialist: Spezialist/Spezialistin, spécialiste, especialista
spectator: Zuschauer/Zuschauerin, spectateur/spectatrice, espectador/espectadora
spokesperson: Sprecher/Sprecherin, porte-parole, portavoz
spy: Spion/Spionin, espion/espionne, espía
statistician: Statistiker/Statistikerin, statisticien/statisticienne, estadístico/estadística
storyteller: Erzähler/Erzählerin, conteur/conteuse, narrador/narradora
striker: Stürmer/Stürmerin, attaquant/attaquante, delantero/delantera
student: Student/Studentin, étudiant/étudiante, estudiante
student: Schüler/Schülerin, élève, alumno/alumna
stylist: Stylist/Stylistin, styliste, estilista
superintendent: Superintendent/Superintendentin, surintendant/surintendante, superintendente
supervisor: Vorgesetzter/Vorgesetzte, superviseur/superviseuse, supervisor/supervisora
supporter: Unterstützer/Unterstützerin, partisan/partisane, partidario/partidaria
supporter: Anhänger/Anhängerin, supporter/supportrice, seguidor/seguidora
surgeon: Chirurg/Chirurgin, chirurgien/chirurgienne, cirujano/cirujana
surveyor: Vermesser/Vermesserin, géomètre, topógrafo/topógrafa
swimmer: Schwimmer/Schwimmerin, nageur/nageuse, nadador/nadadora
tailor: Schneider/Schneiderin, tailleur/tailleuse, sastre/sastra
taxi driver: Taxifahrer/Taxifahrerin, chauffeur de taxi/chauffeuse de taxi, taxista
teacher: Lehrer/Lehrerin, enseignant/enseignante, maestro/maestra
teacher: Lehrer/Lehrerin, instituteur/institutrice, profesor/profesora
teacher: Lehrer/Lehrerin, professeur/professeure, profesor/profesora
teaching assistant: Hilfslehrer/Hilfslehrerin, assistant/assistante, ayudante
team leader: Teamleiter/Teamleiterin, chef d'équipe/cheffe d'équipe, jefe de equipo/jefa de equipo
teammate: Mitspieler/Mitspielerin, coéquipier/coéquipière, compañero/compañera
teammate: Teamkollege/Teamkollegin, coéquipier/coéquipière, compañero/compañera
technician: Techniker/Technikerin, technicien/technicienne, técnico/técnica
teenager: Jugendlicher/Jugendliche, adolescent/adolescente, adolescente
tenant: Mieter/Mieterin, locataire, inquilino/inquilina
therapist: Therapeut/Therapeutin, thérapeute, terapeuta
thief: Dieb/Diebin, voleur/voleuse, ladrón/ladrona
tour guide: Reiseleiter/Reiseleiterin, guide, guía
tourist: Tourist/Touristin, touriste, turista
train driver: Lokführer/Lokführerin, conducteur/conductrice, maquinista
trainee: Auszubildender/Auszubildende, stagiaire, aprendiz
trainee: Praktikant/Praktikantin, stagiaire, becario/becaria
trainer: Trainer/Trainerin, entraîneur/entraîneuse, entrenador/entrenadora
translator: Übersetzer/Übersetzerin, traducteur/traductrice, traductor/traductora
traveler: Reisender/Reisende, voyageur/voyageuse, viajero/viajera
traveller: Reisender/Reisende, voyageur/voyageuse, viajero/viajera
treasurer: Schatzmeister/Schatzmeisterin, trésorier/trésorière, tesorero/tesorera
truck driver: Lkw-Fahrer/Lkw-Fahrerin, routier/routière, camionero/camionera
truck driver: Lastwagenfahrer/Lastwagenfahrerin, camionneur/camionneuse, camionero/camionera
trumpeter: Trompeter/Trompeterin, trompettiste, trompetista
tutor: Tutor/Tutorin, tuteur/tutrice, tutor/tutora
undertaker: Bestatter/Bestatterin, croque-mort, enterrador/enterradora
user: Benutzer/Benutzerin, utilisateur/utilisatrice, usuario/usuaria
user: Nutzer/Nutzerin, usager/usagère, usuario/usuaria
user: Anwender/Anwenderin, utilisateur/utilisatrice, usuario/usuaria
vet: Tierarzt/Tierärztin, vétérinaire, veterinario/veterinaria
veterinarian: Tierarzt/Tierärztin, vétérinaire, veterinario/veterinaria
vice president: Vizepräsident/Vizepräsidentin, vice-président/vice-présidente, vicepresidente/vicepresidenta
viewer: Zuschauer/Zuschauerin, téléspectateur/téléspectatrice, espectador/espectadora
violinist: Geiger/Geigerin, violoniste, violinista
visitor: Besucher/Besucherin, visiteur/visiteuse, visitante
vocalist: Sänger/Sängerin, chanteur/chanteuse, vocalista
volunteer: Freiwilliger/Freiwillige, bénévole, voluntario/voluntaria
voter: Wähler/Wählerin, électeur/électrice, votante
waiter: Kellner/Kellnerin, serveur/serveuse, camarero/camarera
watchmaker: Uhrmacher/Uhrmacherin, horloger/horlogère, relojero/relojera
weaver: Weber/Weberin, tisserand/tisserande, tejedor/tejedora
welder: Schweißer/Schweißerin, soudeur/soudeuse, soldador/soldadora
winegrower: Winzer/Winzerin, viticulteur/viticultrice, viticultor/viticultora
winner: Gewinner/Gewinnerin, gagnant/gagnante, ganador/ganadora
witness: Zeuge/Zeugin, témoin, testigo
worker: Arbeiter/Arbeiterin, travailleur/travailleuse, trabajador/trabajadora
wrestler: Ringer/Ringerin, lutteur/lutteuse, luchador/luchadora
writer: Schriftsteller/Schriftstellerin, écrivain/écrivaine, escritor/escritora
writer: Autor/Autorin, écrivain/écrivaine, escritor/escritora
zoologist: Zoologe/Zoologin, zoologue, zoólogo/zoóloga
"""  # noqa: E501 (a table)
