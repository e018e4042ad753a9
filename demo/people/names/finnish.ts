import type { NameStock } from './stock.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const finnish: NameStock = {
  motherTongue: 'fi',
  nationality: '246',
  girls: words(`Aino Olivia Helmi Sofia Eevi Lilja Venla Isla Elsa Ellen Linnea Aada Emma Pihla Hilla Iida Kerttu Saga Enni Eedit Vilma
    Siiri Martta Alma Minttu Viola Seela Elli Nella Fanni Peppi Anni Ronja Lumi Oona Veera Senni Neea Amanda Hilda Ella Milla Inka Jenna
    Emilia Julia Sanni Saimi Sonja Taika Tilda Kaisla Unna Usva Hertta Meri Silja Tyyne Aava`),
  boys: words(`Leo Eino Väinö Oliver Elias Onni Emil Toivo Noel Oiva Vilho Leevi Mikael Eeli Hugo Niilo Otso Aaro Eeti Samuel Joel Lauri
    Viljami Kasper Daniel Benjamin Nooa Veikko Max Aatos Luukas Rasmus Antton Arttu Aleksi Otto Jooa Peetu Elmeri Matias Akseli Konsta
    Topias Roope Iivari Kaapo Urho Sisu Tuure Valtteri Julius Miro Santeri Tatu Eemil Justus Taavi Okko Venni Nuutti`),
  women: words(`Anna Maria Johanna Katja Sanna Minna Heidi Tiina Laura Hanna Jenni Kirsi Mari Sari Satu Elina Päivi Marika Riikka Susanna
    Niina Outi Jaana Anne Terhi Virpi Merja Tarja Pia Eeva Leena Saara Maarit Emmi Suvi Krista Noora Essi Kaisa Annika Mira Eija Teija
    Henna Piia Milla Jonna Paula Reetta Salla Tuuli Ulla Varpu Vuokko Kati Anu Arja Mervi Nina Salme`),
  men: words(`Juha Mika Marko Jari Timo Petri Janne Sami Antti Jukka Markus Mikko Tomi Pasi Kimmo Ville Jarno Tero Harri Jussi Kari Matti
    Pekka Hannu Toni Jani Lauri Tuomas Heikki Ari Teemu Olli Vesa Jouni Riku Jarkko Joni Ilkka Esa Juho Henri Tapio Sakari Kalle Arto
    Mikael Antero Veli Aki Risto Reijo Jaakko Otto Samuli Tommi Erkki Simo Oskari Panu Aleksi`),
  lastNames: words(`Korhonen Virtanen Mäkinen Nieminen Mäkelä Hämäläinen Laine Heikkinen Koskinen Järvinen Lehtonen Lehtinen Saarinen
    Salminen Heinonen Niemi Heikkilä Kinnunen Salonen Turunen Salo Laitinen Tuominen Rantanen Karjalainen Jokinen Mattila Savolainen
    Lahtinen Ahonen Ojala Leppänen Väisänen Hiltunen Kallio Miettinen Leinonen Pitkänen Aaltonen Manninen Hakala Koivisto Anttila Laaksonen
    Hirvonen Lehto Räsänen Laakso Toivonen Mustonen Aalto Rautiainen Nurmi Lindroos Rantala Peltola Halonen Karppinen Nurminen Honkanen
    Kettunen Harju Moilanen Kemppainen Seppälä Hartikainen Seppänen Niskanen Ikonen Partanen Jääskeläinen Pesonen Pulkkinen Kokkonen
    Oksanen Vainio Hyvönen Tiainen Lappalainen Hänninen Parviainen Karvonen Suominen Eskelinen Vuorinen Mikkonen Sillanpää Huttunen
    Kauppinen Ruotsalainen Kangas Väänänen Ojanen Rissanen Sirén Uusitalo Nyman Tanskanen Soininen Puustinen Pajunen Rytkönen Immonen Suhonen
    Jaakkola Paananen Repo Kärkkäinen Viitanen Haapala Vesterinen Vanhala Tolonen Saari Raatikainen Kivelä Kuusela Hokkanen Piirainen Tamminen
    Kivinen Forsman Rautio Pirinen Pasanen Valtonen Kurki Sarkkinen Huovinen Määttä Kumpulainen Palmu Syrjälä Alanko Vähätalo Yli-Kuha`),
};
