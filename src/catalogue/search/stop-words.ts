/** Words that say nothing about what is wanted. Only in a list of their own where search would trip over them. */

const english = `
  a an the this that these those it its i me my mine we us our ours you your they them their
  and or but if so as at by for from in into of to with about than then too also just only still yet
  is are was were be been being am do does did doing done has have had having will would shall should can could may
  might must let lets please thanks hi hello hey there here want wants need needs like wish kindly tell give gave
  any some every each both other another such own same very really quite again once ever never now
  dont doesnt didnt isnt arent wasnt cant couldnt wont im ive id theres whats
  what which who whom whose when where why how
  one two three four five ten something anything everything thing things stuff
  got gets getting make sure know thats lets ok okay
  whether though while
`;

const others = `
  el la los las un una unos unas de del al y o que con para por en su sus mi mis nuestro nuestra este esta estos estas
  se lo le les como cual cuales quien donde cuando me
  der die das den dem des ein eine einen einem einer eines und oder mit fur von vom zu zum zur im am auf an aus bei
  ist sind wir ich uns unser unsere unseren sie ihr ihre mein meine meinen dieser diese dieses diesen diesem wie was
  welche welcher welches wer wo wann bitte mir alle allen
  le la les une du des au aux et ou avec pour par dans sur ce cet cette ces notre nos mon ma mes son sa ses je nous
  vous il elle est sont quel quelle quels quelles qui quoi
  o os as um uma uns umas do da dos das no na nos nas ao aos com meu minha nosso nossa esse essa este qual quais
  quem onde quando
  il lo gli i uno una di dello della dei degli delle nel nella nello al allo alla con per su sul sulla questo questa
  mio mia nostro nostra quale quali chi dove quando che
  gibt es hay zijn er ya ont avons avez abbiamo temos tenemos haben hat habe sind werden wird nicht pas ne non niet
  het een en of met voor van op aan bij uit naar onze ons mijn deze dit dat welke wie waar wanneer zijn ik wij we
`;

const split = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

export const stopWords: ReadonlySet<string> = new Set(split(english));
/** Small words of other languages; some of them ("die", "come", "no") are words of weight in English. */
export const foreignStopWords: ReadonlySet<string> = new Set(split(others));
