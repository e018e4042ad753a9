// Written by libs/koski/bin/generate.ts: do not edit. The names are KOSKI’s.

/** A code of a national code set; `koodiarvo` is the code, `koodistoUri` the set. */
export interface CodeIn<Set extends string, Value extends string = string> {
  readonly koodiarvo: Value;
  readonly koodistoUri: Set;
  readonly koodistoVersio?: number;
  readonly nimi?: LocalizedString;
  readonly lyhytNimi?: LocalizedString;
}

/** What is sent to KOSKI and comes back from it: one learner with study rights. */
export interface KoskiDocument {
  readonly henkilö: Henkilö;
  readonly opiskeluoikeudet: ReadonlyArray<EsiopetuksenOpiskeluoikeus | PerusopetuksenOpiskeluoikeus | PerusopetukseenValmistavanOpetuksenOpiskeluoikeus | PerusopetuksenLisäopetuksenOpiskeluoikeus | AikuistenPerusopetuksenOpiskeluoikeus | LukioonValmistavanKoulutuksenOpiskeluoikeus | LukionOpiskeluoikeus>;
}

export interface Aikajakso {
  readonly alku: string;
  readonly loppu?: string;
}

export interface AikuistenPerusopetuksenAlkuvaihe {
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: CodeIn<'suorituksentyyppi', 'aikuistenperusopetuksenoppimaaranalkuvaihe'>;
}

export type AikuistenPerusopetuksenAlkuvaiheenKurssi = PaikallinenAikuistenPerusopetuksenAlkuvaiheenKurssi | ValtakunnallinenAikuistenPerusopetuksenAlkuvaiheenKurssi2017;

export interface AikuistenPerusopetuksenAlkuvaiheenKurssinSuoritus {
  readonly arviointi?: ReadonlyArray<PerusopetuksenOppiaineenArviointi>;
  readonly koulutusmoduuli: AikuistenPerusopetuksenAlkuvaiheenKurssi;
  readonly suorituskieli?: CodeIn<'kieli'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly tunnustettu?: OsaamisenTunnustaminen;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'aikuistenperusopetuksenalkuvaiheenkurssi'>;
}

export type AikuistenPerusopetuksenAlkuvaiheenOppiaine = AikuistenPerusopetuksenAlkuvaiheenPaikallinenOppiaine | AikuistenPerusopetuksenAlkuvaiheenVierasKieli | AikuistenPerusopetuksenAlkuvaiheenÄidinkieliJaKirjallisuus | MuuAikuistenPerusopetuksenAlkuvaiheenOppiaine;

export interface AikuistenPerusopetuksenAlkuvaiheenOppiaineenSuoritus {
  readonly arviointi?: ReadonlyArray<PerusopetuksenOppiaineenArviointi>;
  readonly koulutusmoduuli: AikuistenPerusopetuksenAlkuvaiheenOppiaine;
  readonly osasuoritukset?: ReadonlyArray<AikuistenPerusopetuksenAlkuvaiheenKurssinSuoritus>;
  readonly suorituskieli?: CodeIn<'kieli'>;
  readonly suoritustapa?: CodeIn<'perusopetuksensuoritustapa', 'erityinentutkinto'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'aikuistenperusopetuksenalkuvaiheenoppiaine'>;
}

export interface AikuistenPerusopetuksenAlkuvaiheenPaikallinenOppiaine {
  readonly kuvaus: LocalizedString;
  readonly tunniste: PaikallinenKoodi;
}

export interface AikuistenPerusopetuksenAlkuvaiheenSuoritus {
  readonly koulutusmoduuli: AikuistenPerusopetuksenAlkuvaihe;
  readonly luokka?: string;
  readonly muutSuorituskielet?: ReadonlyArray<CodeIn<'kieli'>>;
  readonly omanÄidinkielenOpinnot?: OmanÄidinkielenOpinnotLaajuusKursseina;
  readonly osasuoritukset?: ReadonlyArray<AikuistenPerusopetuksenAlkuvaiheenOppiaineenSuoritus>;
  readonly suorituskieli: CodeIn<'kieli'>;
  readonly suoritustapa: CodeIn<'perusopetuksensuoritustapa'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly todistuksellaNäkyvätLisätiedot?: LocalizedString;
  readonly toimipiste: OrganisaatioWithOid;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'aikuistenperusopetuksenoppimaaranalkuvaihe'>;
  readonly vahvistus?: HenkilövahvistusPaikkakunnalla;
}

export interface AikuistenPerusopetuksenAlkuvaiheenVierasKieli {
  readonly kieli: CodeIn<'kielivalikoima'>;
  readonly tunniste: CodeIn<'aikuistenperusopetuksenalkuvaiheenoppiaineet', 'A1'>;
}

export interface AikuistenPerusopetuksenAlkuvaiheenÄidinkieliJaKirjallisuus {
  readonly kieli: CodeIn<'oppiaineaidinkielijakirjallisuus'>;
  readonly tunniste: CodeIn<'aikuistenperusopetuksenalkuvaiheenoppiaineet', 'AI'>;
}

export type AikuistenPerusopetuksenKurssi = PaikallinenAikuistenPerusopetuksenKurssi | ValtakunnallinenAikuistenPerusopetuksenKurssi2015 | ValtakunnallinenAikuistenPerusopetuksenPäättövaiheenKurssi2017;

export interface AikuistenPerusopetuksenKurssinSuoritus {
  readonly arviointi?: ReadonlyArray<PerusopetuksenOppiaineenArviointi>;
  readonly koulutusmoduuli: AikuistenPerusopetuksenKurssi;
  readonly suorituskieli?: CodeIn<'kieli'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly tunnustettu?: OsaamisenTunnustaminen;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'aikuistenperusopetuksenkurssi'>;
}

export type AikuistenPerusopetuksenKurssinTaiAlkuvaiheenKurssinSuoritus = AikuistenPerusopetuksenAlkuvaiheenKurssinSuoritus | AikuistenPerusopetuksenKurssinSuoritus;

export interface AikuistenPerusopetuksenOpiskeluoikeudenLisätiedot {
  readonly majoitusetu?: Aikajakso;
  readonly maksuttomuus?: ReadonlyArray<Maksuttomuus>;
  readonly oikeusMaksuttomaanAsuntolapaikkaan?: Aikajakso;
  readonly oikeuttaMaksuttomuuteenPidennetty?: ReadonlyArray<OikeuttaMaksuttomuuteenPidennetty>;
  readonly sisäoppilaitosmainenMajoitus?: ReadonlyArray<Aikajakso>;
  readonly tehostetunTuenPäätökset?: ReadonlyArray<Aikajakso>;
  readonly tehostetunTuenPäätös?: Aikajakso;
  readonly tukimuodot?: ReadonlyArray<CodeIn<'perusopetuksentukimuoto'>>;
  readonly ulkomaanjaksot?: ReadonlyArray<Aikajakso>;
  readonly ulkomailla?: Aikajakso;
  readonly vaikeastiVammainen?: ReadonlyArray<Aikajakso>;
  readonly vammainen?: ReadonlyArray<Aikajakso>;
  readonly vuosiluokkiinSitoutumatonOpetus?: boolean;
}

export interface AikuistenPerusopetuksenOpiskeluoikeudenTila {
  readonly opiskeluoikeusjaksot: ReadonlyArray<AikuistenPerusopetuksenOpiskeluoikeusjakso>;
}

export interface AikuistenPerusopetuksenOpiskeluoikeus {
  readonly aikaleima?: string;
  readonly alkamispäivä?: string;
  readonly koulutustoimija?: Koulutustoimija;
  readonly lisätiedot?: AikuistenPerusopetuksenOpiskeluoikeudenLisätiedot;
  readonly lähdejärjestelmäkytkentäPurettu?: LähdejärjestelmäkytkennänPurkaminen;
  readonly lähdejärjestelmänId?: LähdejärjestelmäId;
  readonly oid?: string;
  readonly oppilaitos?: Oppilaitos;
  readonly organisaatiohistoria?: ReadonlyArray<OpiskeluoikeudenOrganisaatiohistoria>;
  readonly päättymispäivä?: string;
  readonly sisältyyOpiskeluoikeuteen?: SisältäväOpiskeluoikeus;
  readonly suoritukset: ReadonlyArray<AikuistenPerusopetuksenPäätasonSuoritus>;
  readonly tila: AikuistenPerusopetuksenOpiskeluoikeudenTila;
  readonly tyyppi: CodeIn<'opiskeluoikeudentyyppi', 'aikuistenperusopetus'>;
  readonly versionumero?: number;
}

export interface AikuistenPerusopetuksenOpiskeluoikeusjakso {
  readonly alku: string;
  readonly opintojenRahoitus?: CodeIn<'opintojenrahoitus', '1' | '6'>;
  readonly tila: CodeIn<'koskiopiskeluoikeudentila', 'eronnut' | 'peruutettu' | 'katsotaaneronneeksi' | 'lasna' | 'mitatoity' | 'valiaikaisestikeskeytynyt' | 'valmistunut'>;
}

export type AikuistenPerusopetuksenOppiaine = AikuistenPerusopetuksenPaikallinenOppiaine | AikuistenPerusopetuksenUskonto | AikuistenPerusopetuksenVierasTaiToinenKotimainenKieli | AikuistenPerusopetuksenÄidinkieliJaKirjallisuus | MuuAikuistenPerusopetuksenOppiaine;

export interface AikuistenPerusopetuksenOppiaineenOppimääränSuoritus {
  readonly arviointi?: ReadonlyArray<PerusopetuksenOppiaineenArviointi>;
  readonly koulutusmoduuli: AikuistenPerusopetuksenOppiainenTaiEiTiedossaOppiaine;
  readonly muutSuorituskielet?: ReadonlyArray<CodeIn<'kieli'>>;
  readonly osasuoritukset?: ReadonlyArray<AikuistenPerusopetuksenKurssinTaiAlkuvaiheenKurssinSuoritus>;
  readonly suorituskieli: CodeIn<'kieli'>;
  readonly suoritustapa: CodeIn<'perusopetuksensuoritustapa'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly todistuksellaNäkyvätLisätiedot?: LocalizedString;
  readonly toimipiste: OrganisaatioWithOid;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'perusopetuksenoppiaineenoppimaara'>;
  readonly vahvistus?: HenkilövahvistusPaikkakunnalla;
}

export interface AikuistenPerusopetuksenOppiaineenSuoritus {
  readonly arviointi?: ReadonlyArray<PerusopetuksenOppiaineenArviointi>;
  readonly koulutusmoduuli: AikuistenPerusopetuksenOppiaine;
  readonly osasuoritukset?: ReadonlyArray<AikuistenPerusopetuksenKurssinSuoritus>;
  readonly suorituskieli?: CodeIn<'kieli'>;
  readonly suoritustapa?: CodeIn<'perusopetuksensuoritustapa', 'erityinentutkinto'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'aikuistenperusopetuksenoppiaine'>;
}

export type AikuistenPerusopetuksenOppiainenTaiEiTiedossaOppiaine = AikuistenPerusopetuksenPaikallinenOppiaine | AikuistenPerusopetuksenUskonto | AikuistenPerusopetuksenVierasTaiToinenKotimainenKieli | AikuistenPerusopetuksenÄidinkieliJaKirjallisuus | EiTiedossaOppiaine | MuuAikuistenPerusopetuksenOppiaine;

export interface AikuistenPerusopetuksenOppimääränSuoritus {
  readonly koulutusmoduuli: AikuistenPerusopetus;
  readonly luokka?: string;
  readonly muutSuorituskielet?: ReadonlyArray<CodeIn<'kieli'>>;
  readonly omanÄidinkielenOpinnot?: OmanÄidinkielenOpinnotLaajuusKursseina;
  readonly osasuoritukset?: ReadonlyArray<AikuistenPerusopetuksenOppiaineenSuoritus>;
  readonly suorituskieli: CodeIn<'kieli'>;
  readonly suoritustapa: CodeIn<'perusopetuksensuoritustapa'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly todistuksellaNäkyvätLisätiedot?: LocalizedString;
  readonly toimipiste: OrganisaatioWithOid;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'aikuistenperusopetuksenoppimaara'>;
  readonly vahvistus?: HenkilövahvistusPaikkakunnalla;
}

export interface AikuistenPerusopetuksenPaikallinenOppiaine {
  readonly kuvaus: LocalizedString;
  readonly laajuus?: LaajuusVuosiviikkotunneissaTaiKursseissa;
  readonly pakollinen?: boolean;
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: PaikallinenKoodi;
}

export type AikuistenPerusopetuksenPäätasonSuoritus = AikuistenPerusopetuksenAlkuvaiheenSuoritus | AikuistenPerusopetuksenOppiaineenOppimääränSuoritus | AikuistenPerusopetuksenOppimääränSuoritus;

export interface AikuistenPerusopetuksenUskonto {
  readonly kuvaus?: LocalizedString;
  readonly laajuus?: LaajuusVuosiviikkotunneissaTaiKursseissa;
  readonly pakollinen: boolean;
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: CodeIn<'koskioppiaineetyleissivistava', 'KT'>;
  readonly uskonnonOppimäärä?: CodeIn<'uskonnonoppimaara'>;
}

export interface AikuistenPerusopetuksenVierasTaiToinenKotimainenKieli {
  readonly kieli: CodeIn<'kielivalikoima'>;
  readonly kuvaus?: LocalizedString;
  readonly laajuus?: LaajuusVuosiviikkotunneissaTaiKursseissa;
  readonly pakollinen: boolean;
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: CodeIn<'koskioppiaineetyleissivistava', 'A1' | 'A2' | 'B1' | 'B2' | 'B3'>;
}

export interface AikuistenPerusopetuksenÄidinkieliJaKirjallisuus {
  readonly kieli: CodeIn<'oppiaineaidinkielijakirjallisuus'>;
  readonly kuvaus?: LocalizedString;
  readonly laajuus?: LaajuusVuosiviikkotunneissaTaiKursseissa;
  readonly pakollinen: boolean;
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: CodeIn<'koskioppiaineetyleissivistava', 'AI'>;
}

export interface AikuistenPerusopetus {
  readonly koulutustyyppi?: CodeIn<'koulutustyyppi'>;
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: CodeIn<'koulutus', '201101'>;
}

export interface EiTiedossaOppiaine {
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: CodeIn<'koskioppiaineetyleissivistava', 'XX'>;
}

export interface English {
  readonly en: string;
}

export interface ErityisenKoulutustehtävänJakso {
  readonly alku: string;
  readonly loppu?: string;
  readonly tehtävä: CodeIn<'erityinenkoulutustehtava'>;
}

export interface ErityisenTuenPäätös {
  readonly alku?: string;
  readonly erityisryhmässä?: boolean;
  readonly loppu?: string;
  readonly opiskeleeToimintaAlueittain: boolean;
  readonly toteutuspaikka?: CodeIn<'erityisopetuksentoteutuspaikka'>;
  readonly tukimuodot?: ReadonlyArray<CodeIn<'perusopetuksentukimuoto'>>;
}

export interface EsiopetuksenOpiskeluoikeudenLisätiedot {
  readonly erityisenTuenPäätökset?: ReadonlyArray<ErityisenTuenPäätös>;
  readonly erityisenTuenPäätös?: ErityisenTuenPäätös;
  readonly koulukoti?: ReadonlyArray<Aikajakso>;
  readonly kuljetusetu?: Aikajakso;
  readonly majoitusetu?: Aikajakso;
  readonly pidennettyOppivelvollisuus?: Aikajakso;
  readonly sisäoppilaitosmainenMajoitus?: ReadonlyArray<Aikajakso>;
  readonly tuenPäätöksenJaksot?: ReadonlyArray<Tukijakso>;
  readonly tukimuodot?: ReadonlyArray<CodeIn<'perusopetuksentukimuoto'>>;
  readonly vaikeastiVammainen?: ReadonlyArray<Aikajakso>;
  readonly vammainen?: ReadonlyArray<Aikajakso>;
  readonly varhennetunOppivelvollisuudenJaksot?: ReadonlyArray<Aikajakso>;
}

export interface EsiopetuksenOpiskeluoikeus {
  readonly aikaleima?: string;
  readonly alkamispäivä?: string;
  readonly arvioituPäättymispäivä?: string;
  readonly järjestämismuoto?: CodeIn<'vardajarjestamismuoto', 'JM02' | 'JM03'>;
  readonly koulutustoimija?: Koulutustoimija;
  readonly lisätiedot?: EsiopetuksenOpiskeluoikeudenLisätiedot;
  readonly lähdejärjestelmäkytkentäPurettu?: LähdejärjestelmäkytkennänPurkaminen;
  readonly lähdejärjestelmänId?: LähdejärjestelmäId;
  readonly oid?: string;
  readonly oppilaitos?: Oppilaitos;
  readonly organisaatiohistoria?: ReadonlyArray<OpiskeluoikeudenOrganisaatiohistoria>;
  readonly päättymispäivä?: string;
  readonly sisältyyOpiskeluoikeuteen?: SisältäväOpiskeluoikeus;
  readonly suoritukset: ReadonlyArray<EsiopetuksenSuoritus>;
  readonly tila: NuortenPerusopetuksenOpiskeluoikeudenTila;
  readonly tyyppi: CodeIn<'opiskeluoikeudentyyppi', 'esiopetus'>;
  readonly versionumero?: number;
}

export interface EsiopetuksenSuoritus {
  readonly kielikylpykieli?: CodeIn<'kieli'>;
  readonly koulutusmoduuli: Esiopetus;
  readonly muutSuorituskielet?: ReadonlyArray<CodeIn<'kieli'>>;
  readonly osaAikainenErityisopetus?: ReadonlyArray<CodeIn<'osaaikainenerityisopetuslukuvuodenaikana'>>;
  readonly suorituskieli: CodeIn<'kieli'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly toimipiste: OrganisaatioWithOid;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'esiopetuksensuoritus'>;
  readonly vahvistus?: HenkilövahvistusPaikkakunnalla;
}

export interface Esiopetus {
  readonly koulutustyyppi?: CodeIn<'koulutustyyppi'>;
  readonly kuvaus?: LocalizedString;
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: CodeIn<'koulutus', '001101' | '001102'>;
}

export interface Finnish {
  readonly en?: string;
  readonly fi: string;
  readonly sv?: string;
}

export type Henkilö = HenkilötiedotJaOid | OidHenkilö | TäydellisetHenkilötiedot | UusiHenkilö;

export interface HenkilötiedotJaOid {
  readonly etunimet: string;
  readonly hetu?: string;
  readonly kutsumanimi: string;
  readonly oid: string;
  readonly sukunimi: string;
}

export interface HenkilövahvistusPaikkakunnalla {
  readonly myöntäjäHenkilöt?: ReadonlyArray<Organisaatiohenkilö>;
  readonly myöntäjäOrganisaatio: Organisaatio;
  readonly paikkakunta: CodeIn<'kunta'>;
  readonly päivä: string;
}

export interface Koulutustoimija {
  readonly kotipaikka?: CodeIn<'kunta'>;
  readonly nimi?: LocalizedString;
  readonly oid: string;
  readonly yTunnus?: string;
}

export interface LaajuusKaikkiYksiköt {
  readonly arvo: number;
  readonly yksikkö: CodeIn<'opintojenlaajuusyksikko'>;
}

export interface LaajuusKursseissa {
  readonly arvo: number;
  readonly yksikkö?: CodeIn<'opintojenlaajuusyksikko', '4'>;
}

export interface LaajuusOpintopisteissä {
  readonly arvo: number;
  readonly yksikkö?: CodeIn<'opintojenlaajuusyksikko', '2'>;
}

export type LaajuusOpintopisteissäTaiKursseissa = LaajuusKursseissa | LaajuusOpintopisteissä;

export interface LaajuusTunneissa {
  readonly arvo: number;
  readonly yksikkö?: CodeIn<'opintojenlaajuusyksikko', '5'>;
}

export interface LaajuusVuosiviikkotunneissa {
  readonly arvo: number;
  readonly yksikkö?: CodeIn<'opintojenlaajuusyksikko', '3'>;
}

export type LaajuusVuosiviikkotunneissaTaiKursseissa = LaajuusKursseissa | LaajuusVuosiviikkotunneissa;

export type LaajuusVuosiviikkotunneissaTaiTunneissa = LaajuusTunneissa | LaajuusVuosiviikkotunneissa;

export type LocalizedString = English | Finnish | Swedish;

export interface LukiodiplominSuoritusJaArviointi {
  readonly arvosana: CodeIn<'arviointiasteikkoyleissivistava', '4' | '5' | '6' | '7' | '8' | '9' | '10'>;
  readonly hyväksytty?: boolean;
  readonly kuvaus?: LocalizedString;
  readonly päivä: string;
  readonly tunniste: CodeIn<'moduulikoodistolops2021', 'KOLD1' | 'KULD2' | 'KÄLD3' | 'LILD4' | 'MELD5' | 'MULD6' | 'TALD7' | 'TELD8'>;
}

export interface Lukiodiplomit2019 {
  readonly laajuus?: LaajuusOpintopisteissä;
  readonly tunniste: CodeIn<'lukionmuutopinnot', 'LD'>;
}

export type LukionArviointi = NumeerinenLukionArviointi | SanallinenLukionArviointi;

export type LukionKurssi2015 = PaikallinenLukionKurssi2015 | ValtakunnallinenLukionKurssi2015;

export interface LukionKurssinSuoritus2015 {
  readonly arviointi?: ReadonlyArray<LukionArviointi>;
  readonly koulutusmoduuli: LukionKurssi2015;
  readonly suoritettuLukiodiplomina?: boolean;
  readonly suoritettuSuullisenaKielikokeena?: boolean;
  readonly suorituskieli?: CodeIn<'kieli'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly tunnustettu?: OsaamisenTunnustaminen;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'lukionkurssi'>;
}

export interface LukionMatematiikka2015 {
  readonly laajuus?: LaajuusKursseissa;
  readonly oppimäärä: CodeIn<'oppiainematematiikka'>;
  readonly pakollinen: boolean;
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: CodeIn<'koskioppiaineetyleissivistava', 'MA'>;
}

export interface LukionMatematiikka2019 {
  readonly laajuus?: LaajuusOpintopisteissä;
  readonly oppimäärä: CodeIn<'oppiainematematiikka'>;
  readonly pakollinen: boolean;
  readonly tunniste: CodeIn<'koskioppiaineetyleissivistava', 'MA'>;
}

export type LukionModuuliMuissaOpinnoissa2019 = LukionMuuModuuliMuissaOpinnoissa2019 | LukionVieraanKielenModuuliMuissaOpinnoissa2019;

export type LukionModuuliOppiaineissa2019 = LukionMuuModuuliOppiaineissa2019 | LukionVieraanKielenModuuliOppiaineissa2019 | LukionÄidinkielenModuuli2019;

export interface LukionModuulinSuoritusMuissaOpinnoissa2019 {
  readonly arviointi?: ReadonlyArray<LukionModuulinTaiPaikallisenOpintojaksonArviointi2019>;
  readonly koulutusmoduuli: LukionModuuliMuissaOpinnoissa2019;
  readonly suorituskieli?: CodeIn<'kieli'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly tunnustettu?: OsaamisenTunnustaminen;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'lukionvaltakunnallinenmoduuli'>;
}

export interface LukionModuulinSuoritusOppiaineissa2019 {
  readonly arviointi?: ReadonlyArray<LukionModuulinTaiPaikallisenOpintojaksonArviointi2019>;
  readonly koulutusmoduuli: LukionModuuliOppiaineissa2019;
  readonly suorituskieli?: CodeIn<'kieli'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly tunnustettu?: OsaamisenTunnustaminen;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'lukionvaltakunnallinenmoduuli'>;
}

export type LukionModuulinTaiPaikallisenOpintojaksonArviointi2019 = NumeerinenLukionModuulinTaiPaikallisenOpintojaksonArviointi2019 | SanallinenLukionModuulinTaiPaikallisenOpintojaksonArviointi2019;

export type LukionModuulinTaiPaikallisenOpintojaksonSuoritusMuissaOpinnoissa2019 = LukionModuulinSuoritusMuissaOpinnoissa2019 | LukionPaikallisenOpintojaksonSuoritus2019;

export type LukionModuulinTaiPaikallisenOpintojaksonSuoritusOppiaineissa2019 = LukionModuulinSuoritusOppiaineissa2019 | LukionPaikallisenOpintojaksonSuoritus2019;

export interface LukionMuuModuuliMuissaOpinnoissa2019 {
  readonly laajuus: LaajuusOpintopisteissä;
  readonly pakollinen: boolean;
  readonly tunniste: CodeIn<'moduulikoodistolops2021'>;
}

export interface LukionMuuModuuliOppiaineissa2019 {
  readonly laajuus: LaajuusOpintopisteissä;
  readonly pakollinen: boolean;
  readonly tunniste: CodeIn<'moduulikoodistolops2021'>;
}

export interface LukionMuuValtakunnallinenOppiaine2015 {
  readonly laajuus?: LaajuusKursseissa;
  readonly pakollinen: boolean;
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: CodeIn<'koskioppiaineetyleissivistava', 'HI' | 'MU' | 'BI' | 'PS' | 'ET' | 'KO' | 'FI' | 'KE' | 'YH' | 'TE' | 'KS' | 'FY' | 'GE' | 'LI' | 'KU' | 'OP'>;
}

export interface LukionMuuValtakunnallinenOppiaine2019 {
  readonly laajuus?: LaajuusOpintopisteissä;
  readonly pakollinen: boolean;
  readonly tunniste: CodeIn<'koskioppiaineetyleissivistava', 'BI' | 'ET' | 'FI' | 'FY' | 'GE' | 'HI' | 'KE' | 'KU' | 'LI' | 'MU' | 'OP' | 'PS' | 'TE' | 'YH'>;
}

export interface LukionOmanÄidinkielenOpinnonOsasuorituksenArviointi {
  readonly arvosana: CodeIn<'arviointiasteikkoyleissivistava', 'O' | '4' | '5' | '6' | '7' | '8' | '9' | '10'>;
  readonly hyväksytty?: boolean;
  readonly päivä: string;
}

export interface LukionOmanÄidinkielenOpinnot {
  readonly arviointipäivä?: string;
  readonly arvosana: CodeIn<'arviointiasteikkoyleissivistava', 'O' | 'S' | 'H' | '4' | '5' | '6' | '7' | '8' | '9' | '10'>;
  readonly hyväksytty?: boolean;
  readonly kieli: CodeIn<'kielivalikoima'>;
  readonly laajuus: LaajuusOpintopisteissä;
  readonly osasuoritukset?: ReadonlyArray<LukionOmanÄidinkielenOpintojenOsasuoritus>;
}

export interface LukionOmanÄidinkielenOpinto {
  readonly laajuus: LaajuusOpintopisteissä;
  readonly tunniste: CodeIn<'moduulikoodistolops2021', 'OÄI1' | 'OÄI2' | 'OÄI3' | 'OÄI4' | 'OÄI5' | 'OÄI6' | 'OÄI7' | 'OÄI8'>;
}

export interface LukionOmanÄidinkielenOpintojenOsasuoritus {
  readonly arviointi?: ReadonlyArray<LukionOmanÄidinkielenOpinnonOsasuorituksenArviointi>;
  readonly koulutusmoduuli: LukionOmanÄidinkielenOpinto;
  readonly suorituskieli?: CodeIn<'kieli'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly tunnustettu?: OsaamisenTunnustaminen;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'lukionvaltakunnallinenmoduuli'>;
}

export interface LukionOpiskeluoikeudenLisätiedot {
  readonly alle18vuotiaanAikuistenLukiokoulutuksenAloittamisenSyy?: LocalizedString;
  readonly erityisenKoulutustehtävänJaksot?: ReadonlyArray<ErityisenKoulutustehtävänJakso>;
  readonly maksuttomuus?: ReadonlyArray<Maksuttomuus>;
  readonly oikeusMaksuttomaanAsuntolapaikkaan?: boolean;
  readonly oikeuttaMaksuttomuuteenPidennetty?: ReadonlyArray<OikeuttaMaksuttomuuteenPidennetty>;
  readonly pidennettyPäättymispäivä?: boolean;
  readonly sisäoppilaitosmainenMajoitus?: ReadonlyArray<Aikajakso>;
  readonly ulkomaanjaksot?: ReadonlyArray<Ulkomaanjakso>;
  readonly ulkomainenVaihtoopiskelija?: boolean;
  readonly yksityisopiskelija?: boolean;
}

export interface LukionOpiskeluoikeudenTila {
  readonly opiskeluoikeusjaksot: ReadonlyArray<LukionOpiskeluoikeusjakso>;
}

export interface LukionOpiskeluoikeus {
  readonly aikaleima?: string;
  readonly alkamispäivä?: string;
  readonly arvioituPäättymispäivä?: string;
  readonly koulutustoimija?: Koulutustoimija;
  readonly lisätiedot?: LukionOpiskeluoikeudenLisätiedot;
  readonly lähdejärjestelmäkytkentäPurettu?: LähdejärjestelmäkytkennänPurkaminen;
  readonly lähdejärjestelmänId?: LähdejärjestelmäId;
  readonly oid?: string;
  readonly oppilaitos?: Oppilaitos;
  readonly oppimääräSuoritettu?: boolean;
  readonly organisaatiohistoria?: ReadonlyArray<OpiskeluoikeudenOrganisaatiohistoria>;
  readonly päättymispäivä?: string;
  readonly sisältyyOpiskeluoikeuteen?: SisältäväOpiskeluoikeus;
  readonly suoritukset: ReadonlyArray<LukionPäätasonSuoritus>;
  readonly tila: LukionOpiskeluoikeudenTila;
  readonly tyyppi: CodeIn<'opiskeluoikeudentyyppi', 'lukiokoulutus'>;
  readonly versionumero?: number;
}

export interface LukionOpiskeluoikeusjakso {
  readonly alku: string;
  readonly opintojenRahoitus?: CodeIn<'opintojenrahoitus', '1' | '6' | '16'>;
  readonly tila: CodeIn<'koskiopiskeluoikeudentila', 'eronnut' | 'peruutettu' | 'katsotaaneronneeksi' | 'lasna' | 'mitatoity' | 'valiaikaisestikeskeytynyt' | 'valmistunut'>;
}

export type LukionOppiaine2015 = LukionMatematiikka2015 | LukionMuuValtakunnallinenOppiaine2015 | LukionUskonto2015 | LukionÄidinkieliJaKirjallisuus2015 | PaikallinenLukionOppiaine2015 | VierasTaiToinenKotimainenKieli2015;

export type LukionOppiaine2019 = LukionMatematiikka2019 | LukionMuuValtakunnallinenOppiaine2019 | LukionUskonto2019 | LukionÄidinkieliJaKirjallisuus2019 | PaikallinenLukionOppiaine2019 | VierasTaiToinenKotimainenKieli2019;

export type LukionOppiaineTaiEiTiedossaOppiaine2015 = EiTiedossaOppiaine | LukionMatematiikka2015 | LukionMuuValtakunnallinenOppiaine2015 | LukionUskonto2015 | LukionÄidinkieliJaKirjallisuus2015 | PaikallinenLukionOppiaine2015 | VierasTaiToinenKotimainenKieli2015;

export interface LukionOppiaineenArviointi {
  readonly arvosana: CodeIn<'arviointiasteikkoyleissivistava'>;
  readonly hyväksytty?: boolean;
  readonly päivä?: string;
}

export type LukionOppiaineenArviointi2019 = NumeerinenLukionOppiaineenArviointi2019 | SanallinenLukionOppiaineenArviointi2019;

export interface LukionOppiaineenOpintojenSuoritusLukioonValmistavassaKoulutuksessa {
  readonly arviointi?: ReadonlyArray<LukionOppiaineenArviointi>;
  readonly koulutusmoduuli: LukionOppiaine2015;
  readonly osasuoritukset?: ReadonlyArray<LukionKurssinSuoritus2015>;
  readonly suorituskieli?: CodeIn<'kieli'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'luvalukionoppiaine'>;
}

export interface LukionOppiaineenOpintojenSuoritusLukioonValmistavassaKoulutuksessa2019 {
  readonly arviointi?: ReadonlyArray<LukionOppiaineenArviointi2019>;
  readonly koulutusmoduuli: LukionOppiaine2019;
  readonly osasuoritukset?: ReadonlyArray<LukionModuulinTaiPaikallisenOpintojaksonSuoritusOppiaineissa2019>;
  readonly suoritettuErityisenäTutkintona?: boolean;
  readonly suorituskieli?: CodeIn<'kieli'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'luvalukionoppiaine2019'>;
}

export interface LukionOppiaineenOppimääränSuoritus2015 {
  readonly arviointi?: ReadonlyArray<LukionOppiaineenArviointi>;
  readonly koulutusmoduuli: LukionOppiaineTaiEiTiedossaOppiaine2015;
  readonly lukionOppimääräSuoritettu?: boolean;
  readonly osasuoritukset?: ReadonlyArray<LukionKurssinSuoritus2015>;
  readonly ryhmä?: string;
  readonly suorituskieli: CodeIn<'kieli'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly todistuksellaNäkyvätLisätiedot?: LocalizedString;
  readonly toimipiste: OrganisaatioWithOid;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'lukionoppiaineenoppimaara'>;
  readonly vahvistus?: HenkilövahvistusPaikkakunnalla;
}

export interface LukionOppiaineenSuoritus2015 {
  readonly arviointi?: ReadonlyArray<LukionOppiaineenArviointi>;
  readonly koulutusmoduuli: LukionOppiaine2015;
  readonly osasuoritukset?: ReadonlyArray<LukionKurssinSuoritus2015>;
  readonly suorituskieli?: CodeIn<'kieli'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'lukionoppiaine'>;
}

export interface LukionOppiaineenSuoritus2019 {
  readonly arviointi?: ReadonlyArray<LukionOppiaineenArviointi2019>;
  readonly koulutusmoduuli: LukionOppiaine2019;
  readonly osasuoritukset?: ReadonlyArray<LukionModuulinTaiPaikallisenOpintojaksonSuoritusOppiaineissa2019>;
  readonly suoritettuErityisenäTutkintona?: boolean;
  readonly suorituskieli?: CodeIn<'kieli'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'lukionoppiaine'>;
}

export interface LukionOppiaineidenOppimäärienSuoritus2019 {
  readonly koulutusmoduuli: LukionOppiaineidenOppimäärät2019;
  readonly lukiodiplomit2019?: ReadonlyArray<LukiodiplominSuoritusJaArviointi>;
  readonly lukionOppimääräSuoritettu?: boolean;
  readonly oppimäärä: CodeIn<'lukionoppimaara'>;
  readonly osasuoritukset?: ReadonlyArray<LukionOppimääränOsasuoritus2019>;
  readonly puhviKoe?: PuhviKoe2019;
  readonly ryhmä?: string;
  readonly suorituskieli: CodeIn<'kieli'>;
  readonly suullisenKielitaidonKokeet?: ReadonlyArray<SuullisenKielitaidonKoe2019>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly todistuksellaNäkyvätLisätiedot?: LocalizedString;
  readonly toimipiste: OrganisaatioWithOid;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'lukionaineopinnot'>;
  readonly vahvistus?: HenkilövahvistusPaikkakunnalla;
}

export interface LukionOppiaineidenOppimäärät2019 {
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: LukionOppiaineidenOppimäärätKoodi2019;
}

export interface LukionOppiaineidenOppimäärätKoodi2019 {
  readonly koodiarvo?: string;
}

export interface LukionOppimäärä {
  readonly koulutustyyppi?: CodeIn<'koulutustyyppi'>;
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: CodeIn<'koulutus', '309902'>;
}

export type LukionOppimääränOsasuoritus2015 = LukionOppiaineenSuoritus2015 | MuidenLukioOpintojenSuoritus2015;

export type LukionOppimääränOsasuoritus2019 = LukionOppiaineenSuoritus2019 | MuidenLukioOpintojenSuoritus2019;

export interface LukionOppimääränSuoritus2015 {
  readonly koulusivistyskieli?: ReadonlyArray<CodeIn<'kieli', 'FI' | 'SV'>>;
  readonly koulutusmoduuli: LukionOppimäärä;
  readonly omanÄidinkielenOpinnot?: OmanÄidinkielenOpinnotLaajuusKursseina;
  readonly oppimäärä: CodeIn<'lukionoppimaara'>;
  readonly osasuoritukset?: ReadonlyArray<LukionOppimääränOsasuoritus2015>;
  readonly ryhmä?: string;
  readonly suorituskieli: CodeIn<'kieli'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly todistuksellaNäkyvätLisätiedot?: LocalizedString;
  readonly toimipiste: OrganisaatioWithOid;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'lukionoppimaara'>;
  readonly vahvistus?: HenkilövahvistusPaikkakunnalla;
}

export interface LukionOppimääränSuoritus2019 {
  readonly koulusivistyskieli?: ReadonlyArray<CodeIn<'kieli', 'FI' | 'SV'>>;
  readonly koulutusmoduuli: LukionOppimäärä;
  readonly lukiodiplomit2019?: ReadonlyArray<LukiodiplominSuoritusJaArviointi>;
  readonly omanÄidinkielenOpinnot?: LukionOmanÄidinkielenOpinnot;
  readonly oppimäärä: CodeIn<'lukionoppimaara'>;
  readonly osasuoritukset?: ReadonlyArray<LukionOppimääränOsasuoritus2019>;
  readonly puhviKoe?: PuhviKoe2019;
  readonly ryhmä?: string;
  readonly suoritettuErityisenäTutkintona?: boolean;
  readonly suorituskieli: CodeIn<'kieli'>;
  readonly suullisenKielitaidonKokeet?: ReadonlyArray<SuullisenKielitaidonKoe2019>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly todistuksellaNäkyvätLisätiedot?: LocalizedString;
  readonly toimipiste: OrganisaatioWithOid;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'lukionoppimaara'>;
  readonly vahvistus?: HenkilövahvistusPaikkakunnalla;
}

export interface LukionPaikallinenOpintojakso2019 {
  readonly kuvaus: LocalizedString;
  readonly laajuus: LaajuusOpintopisteissä;
  readonly pakollinen: boolean;
  readonly tunniste: PaikallinenKoodi;
}

export interface LukionPaikallisenOpintojaksonSuoritus2019 {
  readonly arviointi?: ReadonlyArray<LukionModuulinTaiPaikallisenOpintojaksonArviointi2019>;
  readonly koulutusmoduuli: LukionPaikallinenOpintojakso2019;
  readonly suorituskieli?: CodeIn<'kieli'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly tunnustettu?: OsaamisenTunnustaminen;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'lukionpaikallinenopintojakso'>;
}

export type LukionPäätasonSuoritus = LukionOppiaineenOppimääränSuoritus2015 | LukionOppiaineidenOppimäärienSuoritus2019 | LukionOppimääränSuoritus2015 | LukionOppimääränSuoritus2019;

export interface LukionUskonto2015 {
  readonly laajuus?: LaajuusKursseissa;
  readonly pakollinen: boolean;
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: CodeIn<'koskioppiaineetyleissivistava', 'KT'>;
  readonly uskonnonOppimäärä?: CodeIn<'uskonnonoppimaara'>;
}

export interface LukionUskonto2019 {
  readonly laajuus?: LaajuusOpintopisteissä;
  readonly pakollinen: boolean;
  readonly tunniste: CodeIn<'koskioppiaineetyleissivistava', 'KT'>;
  readonly uskonnonOppimäärä?: CodeIn<'uskonnonoppimaara'>;
}

export interface LukionVieraanKielenModuuliMuissaOpinnoissa2019 {
  readonly kieli: CodeIn<'kielivalikoima'>;
  readonly laajuus: LaajuusOpintopisteissä;
  readonly pakollinen: boolean;
  readonly tunniste: CodeIn<'moduulikoodistolops2021'>;
}

export interface LukionVieraanKielenModuuliOppiaineissa2019 {
  readonly kieli?: CodeIn<'kielivalikoima'>;
  readonly laajuus: LaajuusOpintopisteissä;
  readonly pakollinen: boolean;
  readonly tunniste: CodeIn<'moduulikoodistolops2021'>;
}

export interface LukionÄidinkielenModuuli2019 {
  readonly laajuus: LaajuusOpintopisteissä;
  readonly pakollinen: boolean;
  readonly tunniste: CodeIn<'moduulikoodistolops2021'>;
}

export interface LukionÄidinkieliJaKirjallisuus2015 {
  readonly kieli: CodeIn<'oppiaineaidinkielijakirjallisuus'>;
  readonly laajuus?: LaajuusKursseissa;
  readonly pakollinen: boolean;
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: CodeIn<'koskioppiaineetyleissivistava', 'AI'>;
}

export interface LukionÄidinkieliJaKirjallisuus2019 {
  readonly kieli: CodeIn<'oppiaineaidinkielijakirjallisuus'>;
  readonly laajuus?: LaajuusOpintopisteissä;
  readonly pakollinen: boolean;
  readonly tunniste: CodeIn<'koskioppiaineetyleissivistava', 'AI'>;
}

export interface LukioonValmistavaKoulutus {
  readonly koulutustyyppi?: CodeIn<'koulutustyyppi'>;
  readonly laajuus?: LaajuusOpintopisteissäTaiKursseissa;
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: CodeIn<'koulutus', '999906'>;
}

export type LukioonValmistavanKoulutuksenKurssi = PaikallinenLukioonValmistavanKoulutuksenKurssi | ValtakunnallinenLukioonValmistavanKoulutuksenKurssi;

export interface LukioonValmistavanKoulutuksenOpiskeluoikeudenLisätiedot {
  readonly maksuttomuus?: ReadonlyArray<Maksuttomuus>;
  readonly oikeusMaksuttomaanAsuntolapaikkaan?: boolean;
  readonly oikeuttaMaksuttomuuteenPidennetty?: ReadonlyArray<OikeuttaMaksuttomuuteenPidennetty>;
  readonly pidennettyPäättymispäivä?: boolean;
  readonly sisäoppilaitosmainenMajoitus?: ReadonlyArray<Aikajakso>;
  readonly ulkomaanjaksot?: ReadonlyArray<Ulkomaanjakso>;
  readonly ulkomainenVaihtoopiskelija?: boolean;
}

export interface LukioonValmistavanKoulutuksenOpiskeluoikeus {
  readonly aikaleima?: string;
  readonly alkamispäivä?: string;
  readonly arvioituPäättymispäivä?: string;
  readonly koulutustoimija?: Koulutustoimija;
  readonly lisätiedot?: LukioonValmistavanKoulutuksenOpiskeluoikeudenLisätiedot;
  readonly lähdejärjestelmäkytkentäPurettu?: LähdejärjestelmäkytkennänPurkaminen;
  readonly lähdejärjestelmänId?: LähdejärjestelmäId;
  readonly oid?: string;
  readonly oppilaitos?: Oppilaitos;
  readonly organisaatiohistoria?: ReadonlyArray<OpiskeluoikeudenOrganisaatiohistoria>;
  readonly päättymispäivä?: string;
  readonly sisältyyOpiskeluoikeuteen?: SisältäväOpiskeluoikeus;
  readonly suoritukset: ReadonlyArray<LukioonValmistavanKoulutuksenSuoritus>;
  readonly tila: LukionOpiskeluoikeudenTila;
  readonly tyyppi: CodeIn<'opiskeluoikeudentyyppi', 'luva'>;
  readonly versionumero?: number;
}

export type LukioonValmistavanKoulutuksenOppiaine = LukioonValmistavaÄidinkieliJaKirjallisuus | MuuValtakunnallinenLukioonValmistavanKoulutuksenOppiaine | MuutKielet | PaikallinenLukioonValmistavanKoulutuksenOppiaine;

export interface LukioonValmistavanKoulutuksenOppiaineenSuoritus {
  readonly arviointi?: ReadonlyArray<LukionOppiaineenArviointi>;
  readonly koulutusmoduuli: LukioonValmistavanKoulutuksenOppiaine;
  readonly osasuoritukset?: ReadonlyArray<LukioonValmistavanKurssinSuoritus>;
  readonly suorituskieli?: CodeIn<'kieli'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'luvaoppiaine'>;
}

export type LukioonValmistavanKoulutuksenOsasuoritus = LukionOppiaineenOpintojenSuoritusLukioonValmistavassaKoulutuksessa | LukionOppiaineenOpintojenSuoritusLukioonValmistavassaKoulutuksessa2019 | LukioonValmistavanKoulutuksenOppiaineenSuoritus;

export interface LukioonValmistavanKoulutuksenSuoritus {
  readonly koulutusmoduuli: LukioonValmistavaKoulutus;
  readonly oppimäärä: CodeIn<'lukionoppimaara'>;
  readonly osasuoritukset?: ReadonlyArray<LukioonValmistavanKoulutuksenOsasuoritus>;
  readonly suorituskieli: CodeIn<'kieli'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly todistuksellaNäkyvätLisätiedot?: LocalizedString;
  readonly toimipiste: OrganisaatioWithOid;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'luva'>;
  readonly vahvistus?: HenkilövahvistusPaikkakunnalla;
}

export interface LukioonValmistavanKurssinSuoritus {
  readonly alkamispäivä?: string;
  readonly arviointi?: ReadonlyArray<LukionArviointi>;
  readonly koulutusmoduuli: LukioonValmistavanKoulutuksenKurssi;
  readonly suorituskieli?: CodeIn<'kieli'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'luvakurssi'>;
}

export interface LukioonValmistavaÄidinkieliJaKirjallisuus {
  readonly kieli: CodeIn<'oppiaineaidinkielijakirjallisuus', 'AI7' | 'AI8'>;
  readonly laajuus?: LaajuusKursseissa;
  readonly pakollinen: boolean;
  readonly tunniste: CodeIn<'oppiaineetluva', 'LVAIK'>;
}

export interface LähdejärjestelmäId {
  readonly id?: string;
  readonly lähdejärjestelmä: CodeIn<'lahdejarjestelma'>;
}

export interface LähdejärjestelmäkytkennänPurkaminen {
  readonly purettu: string;
}

export interface Maksuttomuus {
  readonly alku: string;
  readonly loppu?: string;
  readonly maksuton: boolean;
}

export interface MuidenLukioOpintojenSuoritus2015 {
  readonly arviointi?: ReadonlyArray<LukionOppiaineenArviointi>;
  readonly koulutusmoduuli: MuuLukioOpinto2015;
  readonly osasuoritukset?: ReadonlyArray<LukionKurssinSuoritus2015>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'lukionmuuopinto'>;
}

export interface MuidenLukioOpintojenSuoritus2019 {
  readonly koulutusmoduuli: MuutSuorituksetTaiVastaavat2019;
  readonly osasuoritukset?: ReadonlyArray<LukionModuulinTaiPaikallisenOpintojaksonSuoritusMuissaOpinnoissa2019>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'lukionmuuopinto'>;
}

export interface MuuAikuistenPerusopetuksenAlkuvaiheenOppiaine {
  readonly tunniste: CodeIn<'aikuistenperusopetuksenalkuvaiheenoppiaineet', 'MA' | 'YH' | 'YL' | 'TE' | 'OP'>;
}

export interface MuuAikuistenPerusopetuksenOppiaine {
  readonly kuvaus?: LocalizedString;
  readonly laajuus?: LaajuusVuosiviikkotunneissaTaiKursseissa;
  readonly pakollinen: boolean;
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: CodeIn<'koskioppiaineetyleissivistava', 'OPA' | 'HI' | 'MU' | 'BI' | 'PS' | 'ET' | 'KO' | 'FI' | 'KE' | 'YH' | 'TE' | 'KS' | 'FY' | 'GE' | 'LI' | 'KU' | 'MA' | 'YL' | 'OP'>;
}

export interface MuuLukioOpinto2015 {
  readonly laajuus?: LaajuusKursseissa;
  readonly tunniste: CodeIn<'lukionmuutopinnot'>;
}

export interface MuuNuortenPerusopetuksenOppiaine {
  readonly kuvaus?: LocalizedString;
  readonly laajuus?: LaajuusVuosiviikkotunneissa;
  readonly pakollinen: boolean;
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: CodeIn<'koskioppiaineetyleissivistava', 'HI' | 'MU' | 'BI' | 'PS' | 'ET' | 'KO' | 'FI' | 'KE' | 'YH' | 'TE' | 'KS' | 'FY' | 'GE' | 'LI' | 'KU' | 'MA' | 'YL' | 'OP'>;
}

export interface MuuPerusopetuksenLisäopetuksenKoulutusmoduuli {
  readonly kuvaus: LocalizedString;
  readonly laajuus?: LaajuusVuosiviikkotunneissa;
  readonly tunniste: PaikallinenKoodi;
}

export interface MuuPerusopetuksenLisäopetuksenSuoritus {
  readonly arviointi?: ReadonlyArray<PerusopetuksenOppiaineenArviointi>;
  readonly koulutusmoduuli: MuuPerusopetuksenLisäopetuksenKoulutusmoduuli;
  readonly suorituskieli?: CodeIn<'kieli'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'muuperusopetuksenlisaopetuksensuoritus'>;
}

export interface MuuValtakunnallinenLukioonValmistavanKoulutuksenOppiaine {
  readonly laajuus?: LaajuusKursseissa;
  readonly pakollinen: boolean;
  readonly tunniste: CodeIn<'oppiaineetluva', 'LVMALUO' | 'LVYHKU' | 'LVOPO' | 'LVMFKBM' | 'LVHIYH'>;
}

export interface MuutKielet {
  readonly kieli: CodeIn<'kielivalikoima'>;
  readonly laajuus?: LaajuusKursseissa;
  readonly pakollinen: boolean;
  readonly tunniste: CodeIn<'oppiaineetluva', 'LVMUUTK' | 'LVAK' | 'LVMAI' | 'LVPOAK'>;
}

export interface MuutLukionSuoritukset2019 {
  readonly laajuus?: LaajuusOpintopisteissä;
  readonly tunniste: CodeIn<'lukionmuutopinnot', 'MS'>;
}

export type MuutSuorituksetTaiVastaavat2019 = Lukiodiplomit2019 | MuutLukionSuoritukset2019 | TemaattisetOpinnot2019;

export interface NumeerinenLukionArviointi {
  readonly arvosana: CodeIn<'arviointiasteikkoyleissivistava', '4' | '5' | '6' | '7' | '8' | '9' | '10'>;
  readonly hyväksytty?: boolean;
  readonly päivä: string;
}

export interface NumeerinenLukionModuulinTaiPaikallisenOpintojaksonArviointi2019 {
  readonly arvosana: CodeIn<'arviointiasteikkoyleissivistava', '4' | '5' | '6' | '7' | '8' | '9' | '10'>;
  readonly hyväksytty?: boolean;
  readonly päivä: string;
}

export interface NumeerinenLukionOppiaineenArviointi2019 {
  readonly arvosana: CodeIn<'arviointiasteikkoyleissivistava', '4' | '5' | '6' | '7' | '8' | '9' | '10'>;
  readonly hyväksytty?: boolean;
  readonly päivä?: string;
}

export interface NumeerinenPerusopetuksenOppiaineenArviointi {
  readonly arvosana: CodeIn<'arviointiasteikkoyleissivistava', '4' | '5' | '6' | '7' | '8' | '9' | '10'>;
  readonly hyväksytty?: boolean;
  readonly päivä?: string;
}

export interface NuortenPerusopetuksenOpiskeluoikeudenTila {
  readonly opiskeluoikeusjaksot: ReadonlyArray<NuortenPerusopetuksenOpiskeluoikeusjakso>;
}

export interface NuortenPerusopetuksenOpiskeluoikeusjakso {
  readonly alku: string;
  readonly tila: CodeIn<'koskiopiskeluoikeudentila', 'eronnut' | 'peruutettu' | 'katsotaaneronneeksi' | 'lasna' | 'mitatoity' | 'valiaikaisestikeskeytynyt' | 'valmistunut'>;
}

export type NuortenPerusopetuksenOppiaine = MuuNuortenPerusopetuksenOppiaine | NuortenPerusopetuksenPaikallinenOppiaine | NuortenPerusopetuksenUskonto | NuortenPerusopetuksenVierasTaiToinenKotimainenKieli | NuortenPerusopetuksenÄidinkieliJaKirjallisuus;

export interface NuortenPerusopetuksenOppiaineenOppimääränSuoritus {
  readonly arviointi?: ReadonlyArray<PerusopetuksenOppiaineenArviointi>;
  readonly koulutusmoduuli: NuortenPerusopetuksenOppiainenTaiEiTiedossaOppiaine;
  readonly luokkaAste?: CodeIn<'perusopetuksenluokkaaste'>;
  readonly muutSuorituskielet?: ReadonlyArray<CodeIn<'kieli'>>;
  readonly suorituskieli: CodeIn<'kieli'>;
  readonly suoritustapa: CodeIn<'perusopetuksensuoritustapa'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly todistuksellaNäkyvätLisätiedot?: LocalizedString;
  readonly toimipiste: OrganisaatioWithOid;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'nuortenperusopetuksenoppiaineenoppimaara'>;
  readonly vahvistus?: HenkilövahvistusPaikkakunnalla;
}

export interface NuortenPerusopetuksenOppiaineenSuoritus {
  readonly arviointi?: ReadonlyArray<PerusopetuksenOppiaineenArviointi>;
  readonly koulutusmoduuli: NuortenPerusopetuksenOppiaine;
  readonly luokkaAste?: CodeIn<'perusopetuksenluokkaaste'>;
  readonly painotettuOpetus: boolean;
  readonly rajattuOppimäärä?: boolean;
  readonly suorituskieli?: CodeIn<'kieli'>;
  readonly suoritustapa?: CodeIn<'perusopetuksensuoritustapa', 'erityinentutkinto'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'perusopetuksenoppiaine'>;
  readonly yksilöllistettyOppimäärä?: boolean;
}

export interface NuortenPerusopetuksenOppiaineenSuoritusValmistavassaOpetuksessa {
  readonly arviointi?: ReadonlyArray<PerusopetuksenOppiaineenArviointi>;
  readonly koulutusmoduuli: NuortenPerusopetuksenOppiaine;
  readonly luokkaAste?: CodeIn<'perusopetuksenluokkaaste'>;
  readonly suorituskieli?: CodeIn<'kieli'>;
  readonly suoritustapa?: CodeIn<'perusopetuksensuoritustapa', 'erityinentutkinto'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'perusopetuksenoppiaineperusopetukseenvalmistavassaopetuksessa'>;
}

export type NuortenPerusopetuksenOppiainenTaiEiTiedossaOppiaine = EiTiedossaOppiaine | MuuNuortenPerusopetuksenOppiaine | NuortenPerusopetuksenPaikallinenOppiaine | NuortenPerusopetuksenUskonto | NuortenPerusopetuksenVierasTaiToinenKotimainenKieli | NuortenPerusopetuksenÄidinkieliJaKirjallisuus;

export interface NuortenPerusopetuksenOppimääränSuoritus {
  readonly koulusivistyskieli?: ReadonlyArray<CodeIn<'kieli', 'FI' | 'SV'>>;
  readonly koulutusmoduuli: NuortenPerusopetus;
  readonly muutSuorituskielet?: ReadonlyArray<CodeIn<'kieli'>>;
  readonly omanÄidinkielenOpinnot?: OmanÄidinkielenOpinnotLaajuusVuosiviikkotunteina;
  readonly osasuoritukset?: ReadonlyArray<OppiaineenTaiToiminta_AlueenSuoritus>;
  readonly suorituskieli: CodeIn<'kieli'>;
  readonly suoritustapa: CodeIn<'perusopetuksensuoritustapa'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly todistuksellaNäkyvätLisätiedot?: LocalizedString;
  readonly toimipiste: OrganisaatioWithOid;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'perusopetuksenoppimaara'>;
  readonly vahvistus?: HenkilövahvistusPaikkakunnalla;
}

export interface NuortenPerusopetuksenPaikallinenOppiaine {
  readonly kuvaus: LocalizedString;
  readonly laajuus?: LaajuusVuosiviikkotunneissa;
  readonly pakollinen?: boolean;
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: PaikallinenKoodi;
}

export interface NuortenPerusopetuksenUskonto {
  readonly kuvaus?: LocalizedString;
  readonly laajuus?: LaajuusVuosiviikkotunneissa;
  readonly pakollinen: boolean;
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: CodeIn<'koskioppiaineetyleissivistava', 'KT'>;
  readonly uskonnonOppimäärä?: CodeIn<'uskonnonoppimaara'>;
}

export interface NuortenPerusopetuksenVierasTaiToinenKotimainenKieli {
  readonly kieli: CodeIn<'kielivalikoima'>;
  readonly kuvaus?: LocalizedString;
  readonly laajuus?: LaajuusVuosiviikkotunneissa;
  readonly pakollinen: boolean;
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: CodeIn<'koskioppiaineetyleissivistava', 'A1' | 'A2' | 'B1' | 'B2' | 'B3' | 'AOM'>;
}

export interface NuortenPerusopetuksenÄidinkieliJaKirjallisuus {
  readonly kieli: CodeIn<'oppiaineaidinkielijakirjallisuus'>;
  readonly kuvaus?: LocalizedString;
  readonly laajuus?: LaajuusVuosiviikkotunneissa;
  readonly pakollinen: boolean;
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: CodeIn<'koskioppiaineetyleissivistava', 'AI'>;
}

export interface NuortenPerusopetus {
  readonly koulutustyyppi?: CodeIn<'koulutustyyppi'>;
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: CodeIn<'koulutus', '201101'>;
}

export interface OidHenkilö {
  readonly oid: string;
}

export interface OidOrganisaatio {
  readonly kotipaikka?: CodeIn<'kunta'>;
  readonly nimi?: LocalizedString;
  readonly oid: string;
}

export interface OikeuttaMaksuttomuuteenPidennetty {
  readonly alku: string;
  readonly loppu: string;
}

export interface OmanÄidinkielenOpinnotLaajuusKursseina {
  readonly arviointipäivä?: string;
  readonly arvosana: CodeIn<'arviointiasteikkoyleissivistava', 'O' | 'S' | 'H' | '4' | '5' | '6' | '7' | '8' | '9' | '10'>;
  readonly hyväksytty?: boolean;
  readonly kieli: CodeIn<'kielivalikoima'>;
  readonly laajuus?: LaajuusKursseissa;
}

export interface OmanÄidinkielenOpinnotLaajuusVuosiviikkotunteina {
  readonly arviointipäivä?: string;
  readonly arvosana: CodeIn<'arviointiasteikkoyleissivistava', 'O' | 'S' | 'H' | '4' | '5' | '6' | '7' | '8' | '9' | '10'>;
  readonly hyväksytty?: boolean;
  readonly kieli: CodeIn<'kielivalikoima'>;
  readonly laajuus?: LaajuusVuosiviikkotunneissa;
}

export interface OpiskeluoikeudenOrganisaatiohistoria {
  readonly koulutustoimija?: Koulutustoimija;
  readonly muutospäivä: string;
  readonly oppilaitos?: Oppilaitos;
}

export type OppiaineenTaiToiminta_AlueenSuoritus = NuortenPerusopetuksenOppiaineenSuoritus | PerusopetuksenToiminta_AlueenSuoritus;

export interface Oppilaitos {
  readonly kotipaikka?: CodeIn<'kunta'>;
  readonly nimi?: LocalizedString;
  readonly oid: string;
  readonly oppilaitosnumero?: CodeIn<'oppilaitosnumero'>;
}

export type Organisaatio = Koulutustoimija | OidOrganisaatio | Oppilaitos | Toimipiste | Tutkintotoimikunta | Yritys;

export type OrganisaatioWithOid = Koulutustoimija | OidOrganisaatio | Oppilaitos | Toimipiste;

export interface Organisaatiohenkilö {
  readonly nimi: string;
  readonly organisaatio: Organisaatio;
  readonly titteli: LocalizedString;
}

export interface OsaamisenTunnustaminen {
  readonly osaaminen?: Suoritus;
  readonly rahoituksenPiirissä?: boolean;
  readonly selite: LocalizedString;
}

export interface PaikallinenAikuistenPerusopetuksenAlkuvaiheenKurssi {
  readonly laajuus?: LaajuusVuosiviikkotunneissaTaiKursseissa;
  readonly tunniste: PaikallinenKoodi;
}

export interface PaikallinenAikuistenPerusopetuksenKurssi {
  readonly laajuus?: LaajuusVuosiviikkotunneissaTaiKursseissa;
  readonly tunniste: PaikallinenKoodi;
}

export interface PaikallinenKoodi {
  readonly koodiarvo: string;
  readonly koodistoUri?: string;
  readonly nimi: LocalizedString;
}

export interface PaikallinenLukionKurssi2015 {
  readonly kurssinTyyppi: CodeIn<'lukionkurssintyyppi'>;
  readonly kuvaus: LocalizedString;
  readonly laajuus?: LaajuusKursseissa;
  readonly tunniste: PaikallinenKoodi;
}

export interface PaikallinenLukionOppiaine2015 {
  readonly kuvaus: LocalizedString;
  readonly laajuus?: LaajuusKursseissa;
  readonly pakollinen: boolean;
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: PaikallinenKoodi;
}

export interface PaikallinenLukionOppiaine2019 {
  readonly kuvaus: LocalizedString;
  readonly laajuus?: LaajuusOpintopisteissä;
  readonly pakollinen: boolean;
  readonly tunniste: PaikallinenKoodi;
}

export interface PaikallinenLukioonValmistavanKoulutuksenKurssi {
  readonly kuvaus: LocalizedString;
  readonly laajuus?: LaajuusOpintopisteissäTaiKursseissa;
  readonly tunniste: PaikallinenKoodi;
}

export interface PaikallinenLukioonValmistavanKoulutuksenOppiaine {
  readonly kuvaus: LocalizedString;
  readonly laajuus?: LaajuusKursseissa;
  readonly pakollinen: boolean;
  readonly tunniste: PaikallinenKoodi;
}

export interface PerusopetukseenValmistavaOpetus {
  readonly koulutustyyppi?: CodeIn<'koulutustyyppi'>;
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: CodeIn<'koulutus', '999905'>;
}

export interface PerusopetukseenValmistavanOpetuksenOpiskeluoikeudenTila {
  readonly opiskeluoikeusjaksot: ReadonlyArray<PerusopetukseenValmistavanOpetuksenOpiskeluoikeusJakso>;
}

export interface PerusopetukseenValmistavanOpetuksenOpiskeluoikeus {
  readonly aikaleima?: string;
  readonly alkamispäivä?: string;
  readonly koulutustoimija?: Koulutustoimija;
  readonly lähdejärjestelmäkytkentäPurettu?: LähdejärjestelmäkytkennänPurkaminen;
  readonly lähdejärjestelmänId?: LähdejärjestelmäId;
  readonly oid?: string;
  readonly oppilaitos?: Oppilaitos;
  readonly organisaatiohistoria?: ReadonlyArray<OpiskeluoikeudenOrganisaatiohistoria>;
  readonly päättymispäivä?: string;
  readonly sisältyyOpiskeluoikeuteen?: SisältäväOpiskeluoikeus;
  readonly suoritukset: ReadonlyArray<PerusopetukseenValmistavanOpetuksenSuoritus>;
  readonly tila: PerusopetukseenValmistavanOpetuksenOpiskeluoikeudenTila;
  readonly tyyppi: CodeIn<'opiskeluoikeudentyyppi', 'perusopetukseenvalmistavaopetus'>;
  readonly versionumero?: number;
}

export interface PerusopetukseenValmistavanOpetuksenOpiskeluoikeusJakso {
  readonly alku: string;
  readonly tila: CodeIn<'koskiopiskeluoikeudentila', 'eronnut' | 'peruutettu' | 'katsotaaneronneeksi' | 'lasna' | 'mitatoity' | 'valiaikaisestikeskeytynyt' | 'valmistunut' | 'loma'>;
}

export interface PerusopetukseenValmistavanOpetuksenOppiaine {
  readonly laajuus?: LaajuusKaikkiYksiköt;
  readonly opetuksenSisältö?: LocalizedString;
  readonly tunniste: PaikallinenKoodi;
}

export interface PerusopetukseenValmistavanOpetuksenOppiaineenSuoritus {
  readonly arviointi?: ReadonlyArray<SanallinenPerusopetuksenOppiaineenArviointi>;
  readonly koulutusmoduuli: PerusopetukseenValmistavanOpetuksenOppiaine;
  readonly suorituskieli?: CodeIn<'kieli'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'perusopetukseenvalmistavanopetuksenoppiaine'>;
}

export type PerusopetukseenValmistavanOpetuksenOsasuoritus = NuortenPerusopetuksenOppiaineenSuoritusValmistavassaOpetuksessa | PerusopetukseenValmistavanOpetuksenOppiaineenSuoritus;

export interface PerusopetukseenValmistavanOpetuksenSuoritus {
  readonly kokonaislaajuus?: LaajuusVuosiviikkotunneissaTaiTunneissa;
  readonly koulutusmoduuli: PerusopetukseenValmistavaOpetus;
  readonly muutSuorituskielet?: ReadonlyArray<CodeIn<'kieli'>>;
  readonly omanÄidinkielenOpinnot?: OmanÄidinkielenOpinnotLaajuusVuosiviikkotunteina;
  readonly osasuoritukset?: ReadonlyArray<PerusopetukseenValmistavanOpetuksenOsasuoritus>;
  readonly suorituskieli: CodeIn<'kieli'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly todistuksellaNäkyvätLisätiedot?: LocalizedString;
  readonly toimipiste: OrganisaatioWithOid;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'perusopetukseenvalmistavaopetus'>;
  readonly vahvistus?: HenkilövahvistusPaikkakunnalla;
}

export interface PerusopetuksenKäyttäytymisenArviointi {
  readonly arvosana: CodeIn<'arviointiasteikkoyleissivistava'>;
  readonly hyväksytty?: boolean;
  readonly kuvaus?: LocalizedString;
  readonly päivä?: string;
}

export type PerusopetuksenLisäopetuksenAlisuoritus = MuuPerusopetuksenLisäopetuksenSuoritus | PerusopetuksenLisäopetuksenOppiaineenSuoritus | PerusopetuksenLisäopetuksenToiminta_AlueenSuoritus;

export interface PerusopetuksenLisäopetuksenOpiskeluoikeudenLisätiedot {
  readonly aloittanutEnnenOppivelvollisuutta?: boolean;
  readonly erityisenTuenPäätökset?: ReadonlyArray<ErityisenTuenPäätös>;
  readonly erityisenTuenPäätös?: ErityisenTuenPäätös;
  readonly joustavaPerusopetus?: Aikajakso;
  readonly kotiopetus?: Aikajakso;
  readonly kotiopetusjaksot?: ReadonlyArray<Aikajakso>;
  readonly koulukoti?: ReadonlyArray<Aikajakso>;
  readonly kuljetusetu?: Aikajakso;
  readonly majoitusetu?: Aikajakso;
  readonly maksuttomuus?: ReadonlyArray<Maksuttomuus>;
  readonly oikeusMaksuttomaanAsuntolapaikkaan?: Aikajakso;
  readonly oikeuttaMaksuttomuuteenPidennetty?: ReadonlyArray<OikeuttaMaksuttomuuteenPidennetty>;
  readonly perusopetuksenAloittamistaLykätty?: boolean;
  readonly pidennettyOppivelvollisuus?: Aikajakso;
  readonly sisäoppilaitosmainenMajoitus?: ReadonlyArray<Aikajakso>;
  readonly tehostetunTuenPäätökset?: ReadonlyArray<TehostetunTuenPäätös>;
  readonly tehostetunTuenPäätös?: TehostetunTuenPäätös;
  readonly tukimuodot?: ReadonlyArray<CodeIn<'perusopetuksentukimuoto'>>;
  readonly ulkomaanjaksot?: ReadonlyArray<Aikajakso>;
  readonly ulkomailla?: Aikajakso;
  readonly vaikeastiVammainen?: ReadonlyArray<Aikajakso>;
  readonly vammainen?: ReadonlyArray<Aikajakso>;
  readonly vuosiluokkiinSitoutumatonOpetus?: boolean;
}

export interface PerusopetuksenLisäopetuksenOpiskeluoikeus {
  readonly aikaleima?: string;
  readonly alkamispäivä?: string;
  readonly koulutustoimija?: Koulutustoimija;
  readonly lisätiedot?: PerusopetuksenLisäopetuksenOpiskeluoikeudenLisätiedot;
  readonly lähdejärjestelmäkytkentäPurettu?: LähdejärjestelmäkytkennänPurkaminen;
  readonly lähdejärjestelmänId?: LähdejärjestelmäId;
  readonly oid?: string;
  readonly oppilaitos?: Oppilaitos;
  readonly organisaatiohistoria?: ReadonlyArray<OpiskeluoikeudenOrganisaatiohistoria>;
  readonly päättymispäivä?: string;
  readonly sisältyyOpiskeluoikeuteen?: SisältäväOpiskeluoikeus;
  readonly suoritukset: ReadonlyArray<PerusopetuksenLisäopetuksenSuoritus>;
  readonly tila: NuortenPerusopetuksenOpiskeluoikeudenTila;
  readonly tyyppi: CodeIn<'opiskeluoikeudentyyppi', 'perusopetuksenlisaopetus'>;
  readonly versionumero?: number;
}

export interface PerusopetuksenLisäopetuksenOppiaineenSuoritus {
  readonly arviointi?: ReadonlyArray<PerusopetuksenOppiaineenArviointi>;
  readonly korotus: boolean;
  readonly koulutusmoduuli: NuortenPerusopetuksenOppiaine;
  readonly suorituskieli?: CodeIn<'kieli'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'perusopetuksenlisaopetuksenoppiaine'>;
  readonly yksilöllistettyOppimäärä?: boolean;
}

export interface PerusopetuksenLisäopetuksenSuoritus {
  readonly koulutusmoduuli: PerusopetuksenLisäopetus;
  readonly luokka?: string;
  readonly muutSuorituskielet?: ReadonlyArray<CodeIn<'kieli'>>;
  readonly osaAikainenErityisopetus?: boolean;
  readonly osasuoritukset?: ReadonlyArray<PerusopetuksenLisäopetuksenAlisuoritus>;
  readonly suorituskieli: CodeIn<'kieli'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly todistuksellaNäkyvätLisätiedot?: LocalizedString;
  readonly toimipiste: OrganisaatioWithOid;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'perusopetuksenlisaopetus'>;
  readonly vahvistus?: HenkilövahvistusPaikkakunnalla;
}

export interface PerusopetuksenLisäopetuksenToiminta_AlueenSuoritus {
  readonly arviointi?: ReadonlyArray<PerusopetuksenOppiaineenArviointi>;
  readonly korotus?: boolean;
  readonly koulutusmoduuli: PerusopetuksenToiminta_Alue;
  readonly suorituskieli?: CodeIn<'kieli'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'perusopetuksenlisaopetuksentoimintaalue'>;
}

export interface PerusopetuksenLisäopetus {
  readonly koulutustyyppi?: CodeIn<'koulutustyyppi'>;
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: CodeIn<'koulutus', '020075'>;
}

export interface PerusopetuksenLuokkaAste {
  readonly koulutustyyppi?: CodeIn<'koulutustyyppi'>;
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: CodeIn<'Koodistokoodiviite<("perusopetuksenluokkaaste"|"koulutus"),string>'>;
}

export interface PerusopetuksenOpiskeluoikeudenLisätiedot {
  readonly aloittanutEnnenOppivelvollisuutta?: boolean;
  readonly erityisenTuenPäätökset?: ReadonlyArray<ErityisenTuenPäätös>;
  readonly erityisenTuenPäätös?: ErityisenTuenPäätös;
  readonly joustavaPerusopetus?: Aikajakso;
  readonly kotiopetus?: Aikajakso;
  readonly kotiopetusjaksot?: ReadonlyArray<Aikajakso>;
  readonly koulukoti?: ReadonlyArray<Aikajakso>;
  readonly kuljetusetu?: Aikajakso;
  readonly majoitusetu?: Aikajakso;
  readonly oikeusMaksuttomaanAsuntolapaikkaan?: Aikajakso;
  readonly opetuksenJärjestäminenVammanSairaudenTaiRajoitteenPerusteella?: ReadonlyArray<Aikajakso>;
  readonly perusopetuksenAloittamistaLykätty?: boolean;
  readonly pidennettyOppivelvollisuus?: Aikajakso;
  readonly sisäoppilaitosmainenMajoitus?: ReadonlyArray<Aikajakso>;
  readonly tavoitekokonaisuuksittainOpiskelu?: ReadonlyArray<Aikajakso>;
  readonly tehostetunTuenPäätökset?: ReadonlyArray<TehostetunTuenPäätös>;
  readonly tehostetunTuenPäätös?: TehostetunTuenPäätös;
  readonly toimintaAlueittainOpiskelu?: ReadonlyArray<Aikajakso>;
  readonly tuenPäätöksenJaksot?: ReadonlyArray<Tukijakso>;
  readonly tukimuodot?: ReadonlyArray<CodeIn<'perusopetuksentukimuoto'>>;
  readonly ulkomaanjaksot?: ReadonlyArray<Aikajakso>;
  readonly ulkomailla?: Aikajakso;
  readonly vaikeastiVammainen?: ReadonlyArray<Aikajakso>;
  readonly valmistavanLisäopetus?: ReadonlyArray<Aikajakso>;
  readonly vammainen?: ReadonlyArray<Aikajakso>;
  readonly vuosiluokkiinSitoutumatonOpetus?: boolean;
  readonly yhdysluokka?: ReadonlyArray<Aikajakso>;
}

export interface PerusopetuksenOpiskeluoikeus {
  readonly aikaleima?: string;
  readonly alkamispäivä?: string;
  readonly koulutustoimija?: Koulutustoimija;
  readonly lisätiedot?: PerusopetuksenOpiskeluoikeudenLisätiedot;
  readonly lähdejärjestelmäkytkentäPurettu?: LähdejärjestelmäkytkennänPurkaminen;
  readonly lähdejärjestelmänId?: LähdejärjestelmäId;
  readonly oid?: string;
  readonly oppilaitos?: Oppilaitos;
  readonly organisaatiohistoria?: ReadonlyArray<OpiskeluoikeudenOrganisaatiohistoria>;
  readonly päättymispäivä?: string;
  readonly sisältyyOpiskeluoikeuteen?: SisältäväOpiskeluoikeus;
  readonly suoritukset: ReadonlyArray<PerusopetuksenPäätasonSuoritus>;
  readonly tila: NuortenPerusopetuksenOpiskeluoikeudenTila;
  readonly tyyppi: CodeIn<'opiskeluoikeudentyyppi', 'perusopetus'>;
  readonly versionumero?: number;
}

export type PerusopetuksenOppiaineenArviointi = NumeerinenPerusopetuksenOppiaineenArviointi | SanallinenPerusopetuksenOppiaineenArviointi;

export type PerusopetuksenPäätasonSuoritus = NuortenPerusopetuksenOppiaineenOppimääränSuoritus | NuortenPerusopetuksenOppimääränSuoritus | PerusopetuksenVuosiluokanSuoritus;

export interface PerusopetuksenToiminta_Alue {
  readonly laajuus?: LaajuusVuosiviikkotunneissa;
  readonly tunniste: CodeIn<'perusopetuksentoimintaalue'>;
}

export interface PerusopetuksenToiminta_AlueenSuoritus {
  readonly arviointi?: ReadonlyArray<PerusopetuksenOppiaineenArviointi>;
  readonly koulutusmoduuli: PerusopetuksenToiminta_Alue;
  readonly suorituskieli?: CodeIn<'kieli'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'perusopetuksentoimintaalue'>;
}

export interface PerusopetuksenVuosiluokanSuorituksenLiite {
  readonly kuvaus: LocalizedString;
  readonly tunniste: CodeIn<'perusopetuksentodistuksenliitetieto', 'kayttaytyminen' | 'tyoskentely'>;
}

export interface PerusopetuksenVuosiluokanSuoritus {
  readonly alkamispäivä?: string;
  readonly jääLuokalle?: boolean;
  readonly kielikylpykieli?: CodeIn<'kieli'>;
  readonly koulutusmoduuli: PerusopetuksenLuokkaAste;
  readonly käyttäytymisenArvio?: PerusopetuksenKäyttäytymisenArviointi;
  readonly liitetiedot?: ReadonlyArray<PerusopetuksenVuosiluokanSuorituksenLiite>;
  readonly luokka: string;
  readonly muutSuorituskielet?: ReadonlyArray<CodeIn<'kieli'>>;
  readonly omanÄidinkielenOpinnot?: OmanÄidinkielenOpinnotLaajuusVuosiviikkotunteina;
  readonly osaAikainenErityisopetus?: boolean;
  readonly osasuoritukset?: ReadonlyArray<OppiaineenTaiToiminta_AlueenSuoritus>;
  readonly suorituskieli: CodeIn<'kieli'>;
  readonly suoritustapa?: CodeIn<'perusopetuksensuoritustapa'>;
  readonly tila?: CodeIn<'suorituksentila'>;
  readonly todistuksellaNäkyvätLisätiedot?: LocalizedString;
  readonly toimipiste: OrganisaatioWithOid;
  readonly tyyppi: CodeIn<'suorituksentyyppi', 'perusopetuksenvuosiluokka'>;
  readonly vahvistus?: HenkilövahvistusPaikkakunnalla;
}

export interface PuhviKoe2019 {
  readonly arvosana: CodeIn<'arviointiasteikkoyleissivistava', '4' | '5' | '6' | '7' | '8' | '9' | '10' | 'S' | 'H'>;
  readonly hyväksytty?: boolean;
  readonly kuvaus?: LocalizedString;
  readonly päivä: string;
}

export interface SanallinenLukionArviointi {
  readonly arvosana: CodeIn<'arviointiasteikkoyleissivistava', 'S' | 'H' | 'O'>;
  readonly hyväksytty?: boolean;
  readonly kuvaus?: LocalizedString;
  readonly päivä: string;
}

export interface SanallinenLukionModuulinTaiPaikallisenOpintojaksonArviointi2019 {
  readonly arvosana: CodeIn<'arviointiasteikkoyleissivistava', 'H' | 'S'>;
  readonly hyväksytty?: boolean;
  readonly kuvaus?: LocalizedString;
  readonly päivä: string;
}

export interface SanallinenLukionOppiaineenArviointi2019 {
  readonly arvosana: CodeIn<'arviointiasteikkoyleissivistava', 'H' | 'S'>;
  readonly hyväksytty?: boolean;
  readonly päivä?: string;
}

export interface SanallinenPerusopetuksenOppiaineenArviointi {
  readonly arvosana: CodeIn<'arviointiasteikkoyleissivistava', 'S' | 'H' | 'O'>;
  readonly hyväksytty?: boolean;
  readonly kuvaus?: LocalizedString;
  readonly päivä?: string;
}

export interface SisältäväOpiskeluoikeus {
  readonly oid: string;
  readonly oppilaitos: Oppilaitos;
}

export type Suoritus = Readonly<Record<string, unknown>>;

export interface SuullisenKielitaidonKoe2019 {
  readonly arvosana: CodeIn<'arviointiasteikkoyleissivistava', '4' | '5' | '6' | '7' | '8' | '9' | '10' | 'S' | 'H'>;
  readonly hyväksytty?: boolean;
  readonly kieli: CodeIn<'kielivalikoima'>;
  readonly kuvaus?: LocalizedString;
  readonly päivä: string;
  readonly taitotaso: CodeIn<'arviointiasteikkokehittyvankielitaidontasot', 'alle_A1.1' | 'A1.1' | 'A1.2' | 'A1.3' | 'A2.1' | 'A2.2' | 'B1.1' | 'B1.2' | 'B2.1' | 'B2.2' | 'C1.1' | 'yli_C1.1'>;
}

export interface Swedish {
  readonly en?: string;
  readonly sv: string;
}

export interface TehostetunTuenPäätös {
  readonly alku: string;
  readonly loppu?: string;
  readonly tukimuodot?: ReadonlyArray<CodeIn<'perusopetuksentukimuoto'>>;
}

export interface TemaattisetOpinnot2019 {
  readonly laajuus?: LaajuusOpintopisteissä;
  readonly tunniste: CodeIn<'lukionmuutopinnot', 'TO'>;
}

export interface Toimipiste {
  readonly kotipaikka?: CodeIn<'kunta'>;
  readonly nimi?: LocalizedString;
  readonly oid: string;
}

export interface Tukijakso {
  readonly alku?: string;
  readonly loppu?: string;
}

export interface Tutkintotoimikunta {
  readonly nimi: LocalizedString;
  readonly tutkintotoimikunnanNumero: string;
}

export interface TäydellisetHenkilötiedot {
  readonly etunimet: string;
  readonly hetu?: string;
  readonly kansalaisuus?: ReadonlyArray<CodeIn<'maatjavaltiot2'>>;
  readonly kutsumanimi: string;
  readonly oid: string;
  readonly sukunimi: string;
  readonly syntymäaika?: string;
  readonly turvakielto?: boolean;
  readonly äidinkieli?: CodeIn<'kieli'>;
}

export interface Ulkomaanjakso {
  readonly alku: string;
  readonly kuvaus: LocalizedString;
  readonly loppu?: string;
  readonly maa: CodeIn<'maatjavaltiot2'>;
}

export interface UusiHenkilö {
  readonly etunimet: string;
  readonly hetu: string;
  readonly kutsumanimi?: string;
  readonly sukunimi: string;
}

export interface ValtakunnallinenAikuistenPerusopetuksenAlkuvaiheenKurssi2017 {
  readonly laajuus?: LaajuusVuosiviikkotunneissaTaiKursseissa;
  readonly tunniste: CodeIn<'aikuistenperusopetuksenalkuvaiheenkurssit2017'>;
}

export interface ValtakunnallinenAikuistenPerusopetuksenKurssi2015 {
  readonly laajuus?: LaajuusVuosiviikkotunneissaTaiKursseissa;
  readonly tunniste: CodeIn<'aikuistenperusopetuksenkurssit2015'>;
}

export interface ValtakunnallinenAikuistenPerusopetuksenPäättövaiheenKurssi2017 {
  readonly laajuus?: LaajuusVuosiviikkotunneissaTaiKursseissa;
  readonly tunniste: CodeIn<'aikuistenperusopetuksenpaattovaiheenkurssit2017'>;
}

export interface ValtakunnallinenLukionKurssi2015 {
  readonly kurssinTyyppi: CodeIn<'lukionkurssintyyppi'>;
  readonly laajuus?: LaajuusKursseissa;
  readonly tunniste: CodeIn<'Koodistokoodiviite<("lukionkurssit"|"lukionkurssitops2004aikuiset"|"lukionkurssitops2003nuoret"),string>'>;
}

export interface ValtakunnallinenLukioonValmistavanKoulutuksenKurssi {
  readonly laajuus?: LaajuusOpintopisteissäTaiKursseissa;
  readonly tunniste: CodeIn<'Koodistokoodiviite<("lukioonvalmistavankoulutuksenkurssit2015"|"lukioonvalmistavankoulutuksenmoduulit2019"),string>'>;
}

export interface VierasTaiToinenKotimainenKieli2015 {
  readonly kieli: CodeIn<'kielivalikoima'>;
  readonly laajuus?: LaajuusKursseissa;
  readonly pakollinen: boolean;
  readonly perusteenDiaarinumero?: string;
  readonly tunniste: CodeIn<'koskioppiaineetyleissivistava', 'A1' | 'A2' | 'B1' | 'B2' | 'B3' | 'AOM'>;
}

export interface VierasTaiToinenKotimainenKieli2019 {
  readonly kieli: CodeIn<'kielivalikoima'>;
  readonly laajuus?: LaajuusOpintopisteissä;
  readonly pakollinen: boolean;
  readonly tunniste: CodeIn<'koskioppiaineetyleissivistava', 'A' | 'B1' | 'B2' | 'B3' | 'AOM'>;
}

export interface Yritys {
  readonly nimi: LocalizedString;
  readonly yTunnus: string;
}
