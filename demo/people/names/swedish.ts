import type { NameStock } from './stock.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const swedish: NameStock = {
  motherTongue: 'sv',
  nationality: '246',
  girls: words(`Ellen Saga Elsa Ebba Alva Stella Olivia Signe Isabella Alice Emma Wilma Agnes Maja Ester Astrid Moa Tilde Nellie Freja Thea
    Edith Hilma Cornelia Tyra Matilda Linn Filippa Minea Elvira Siri Tuva Lovisa Ronja Selma Greta Klara Iris Ines Vera`),
  boys: words(`William Liam Leo Oliver Emil Alfred Elliot Lucas Hugo Theo Anton Alvin Noah Oscar Melker Axel Sebastian Viggo Albin Ludvig
    Casper Wilmer Edvin Gustav Rasmus Isak Jack Sixten Elis Malte Filip Loke Arvid Nils Otto Linus Jakob Frans Valter August`),
  women: words(`Anna Camilla Malin Johanna Sofia Annika Susanne Linda Pia Carina Heidi Nina Jessica Mikaela Petra Maria Hanna Jenny Ann-Sofi
    Catarina Monica Åsa Ulrika Heléne Christina Tove Marika Gunilla Cecilia Lotta Pernilla Eva Lena Birgitta Sanna Ida Emma Charlotta Sara Victoria`),
  men: words(`Johan Mikael Kristian Mats Thomas Patrik Fredrik Peter Jan Henrik Stefan Robert Tom Kaj Anders Daniel Niklas Markus Jonas
    Christer Kenneth Ralf Bo Björn Magnus Håkan Sebastian Martin Andreas Göran Roger Glenn Jens Erik Karl-Johan Lars Nicklas Tomas Robin Dan`),
  lastNames: words(`Johansson Lindholm Nyman Karlsson Andersson Lindström Eriksson Lindqvist Nyström Lindroos Westerlund Holmberg Sundström Björklund
    Söderholm Häggblom Backman Holm Sjöberg Ahlfors Nylund Fagerström Grönroos Sandberg Blomqvist Löfgren Lönnqvist Engblom Snellman Wikström
    Forsman Granholm Sandström Österlund Åström Öhman Björkman Ekholm Hägglund Sundqvist Enqvist Rosenqvist Kronqvist Holmström Norrgård Nygård
    Smeds Kullman Finne Storbacka Ståhl Käld Häggman Skog Stenbacka Bergman Mannström West Söderlund Wiklund`),
};
