import type { NameStock } from './stock.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Ivanov → Ivanova, Kovalenko → Kovalenko. */
const slavicFeminine = (name: string): string =>
  name.endsWith('ski') ? `${name.slice(0, -1)}aja` : /(ov|ev|in)$/.test(name) ? `${name}a` : name;

export const sami: NameStock = {
  motherTongue: 'se',
  nationality: '246',
  girls: words('Biret Máret Elle Inga Áile Ristiina Anni Sunna Ánne Sárá Ingá Elle-Máret Rauna Risten Káre Láilá'),
  boys: words('Áilu Niillas Ánte Nils-Henrik Jovnna Máhtte Juhán Ovllá Piera Heaika Sámmol Aslat Lemet Uula Antaras Mihkkal'),
  lastNames: words('Aikio Magga Länsman Valkeapää Näkkäläjärvi Guttorm Nuorgam Laiti Saijets Morottaja Paltto Sara Jomppanen Juuso Pieski Mattus'),
};
export const somali: NameStock = {
  motherTongue: 'so',
  nationality: '706',
  girls: words('Maryan Fadumo Amina Hodan Ayan Sahra Halima Ikram Hamdi Najma Khadra Sumaya Asma Nasteho Ifrah Hafsa Deqa Ubah'),
  boys: words('Mohamed Abdi Ahmed Abdirahman Hassan Yusuf Ibrahim Omar Mustafa Ismail Abdullahi Liban Zakaria Mahad Bilal Ayub Guled Sharmarke'),
  lastNames: words('Mohamed Ali Hassan Abdi Ahmed Omar Hussein Ibrahim Yusuf Farah Warsame Nur Osman Jama Abdullahi Mohamud Isse Adan'),
};
export const arabic: NameStock = {
  motherTongue: 'ar',
  nationality: '368',
  girls: words('Fatima Zainab Maryam Noor Sara Rana Layla Aya Huda Yasmin Rusul Tabarak Ruqaya Dania Salma Jana Malak Rahma'),
  boys: words('Ali Hussein Mustafa Ahmed Hassan Yousef Abbas Karrar Omar Murtadha Ibrahim Mohammed Adam Tareq Khalid Sajjad Zaid Haidar'),
  lastNames: words('Al-Jabouri Hassan Al-Tamimi Mahmoud Abdullah Khalil Al-Saadi Ibrahim Al-Khafaji Saleh Hamad Nasser Jassim Al-Rubaie Kadhim Mansour Haddad Darwish'),
};
export const kurdish: NameStock = {
  motherTongue: 'ku',
  nationality: '368',
  girls: words('Rojin Berivan Dilan Zilan Shilan Nazdar Helin Awaz Lana Hana Shirin Evin Jihan Tara'),
  boys: words('Azad Rebin Aram Diyar Karwan Baran Hiwa Rawand Shwan Zana Goran Dara Sherzad Miran'),
  lastNames: words('Rasul Aziz Karim Hamid Salih Majid Qadir Rashid Othman Faraj Mustafa Amin Barzinji Sharif'),
};
export const russian: NameStock = {
  motherTongue: 'ru',
  nationality: '643',
  girls: words('Anastasia Sofia Maria Daria Polina Viktoria Alina Ksenia Elizaveta Arina Vasilisa Milana Eva Taisia Uljana Kira'),
  boys: words('Aleksandr Maksim Artjom Mihail Ivan Dmitri Daniil Kirill Nikita Timofei Jegor Matvei Roman Mark Lev Ilja'),
  women: words('Jelena Olga Natalia Irina Tatjana Svetlana Jekaterina Anna Marina Oksana Julia Ljudmila'),
  men: words('Sergei Andrei Aleksei Vladimir Aleksandr Dmitri Nikolai Igor Oleg Juri Viktor Jevgeni'),
  lastNames: words('Ivanov Smirnov Kuznetsov Popov Vasiljev Petrov Sokolov Mihailov Fjodorov Morozov Volkov Lebedev Semjonov Pavlov Zaitsev Nikitin Sorokin Kotov'),
  womansLastName: slavicFeminine,
};
export const ukrainian: NameStock = {
  motherTongue: 'uk',
  nationality: '804',
  girls: words('Sofija Solomija Zlata Anna Veronika Marija Polina Jeva Daryna Myroslava Kateryna Jana'),
  boys: words('Artem Matvij Maksym Danylo Tymofij Nazar Bohdan Mark Andrij Davyd Ivan Jaroslav'),
  women: words('Olena Iryna Natalija Oksana Tetjana Julija Svitlana Ljudmyla Halyna Viktorija'),
  men: words('Oleksandr Serhij Volodymyr Andrij Vitalij Ihor Mykola Jurij Dmytro Ruslan'),
  lastNames: words('Shevchenko Kovalenko Bondarenko Tkatshenko Kravtshenko Olijnyk Koval Polishtshuk Lysenko Martshenko Savtshenko Melnyk Rudenko Moroz'),
};
export const estonian: NameStock = {
  motherTongue: 'et',
  nationality: '233',
  girls: words('Mia Sofia Lenna Eliise Mirtel Nora Marta Liisa Kertu Emma Hanna Lisandra Saara Loore Grete Annabel'),
  boys: words('Robin Oliver Rasmus Sebastian Hugo Mattias Kaspar Karl Robert Markus Henri Oskar Kristofer Artur Joosep Tanel'),
  women: words('Kristi Piret Kadri Merike Liina Triin Kersti Anneli Katrin Signe Terje Helen'),
  men: words('Andres Margus Urmas Toomas Indrek Priit Tarmo Raivo Meelis Marek Aivar Rain'),
  lastNames: words('Tamm Saar Sepp Mägi Kask Kukk Rebane Ilves Pärn Koppel Luik Oja Raudsepp Kuusk Karu Lepik Kütt Vaher'),
};
export const vietnamese: NameStock = {
  motherTongue: 'vi',
  nationality: '704',
  girls: words('Linh An Mai Ngoc Thao Vy Trang Anh Huong Lan My Nhi Chi Tam'),
  boys: words('Minh Duc Long Huy Khang Nam Phong Tuan Bao Khoa An Hieu Quang Son'),
  lastNames: words('Nguyen Tran Le Pham Hoang Vo Dang Bui Do Ngo Phan Duong'),
};
export const albanian: NameStock = {
  motherTongue: 'sq',
  nationality: '688',
  girls: words('Arta Elira Albina Rina Blerta Dafina Lea Erisa Vesa Diellza Anesa Jona'),
  boys: words('Arben Ardit Leart Dion Erion Blend Lorik Rron Valon Fisnik Endrit Leon'),
  lastNames: words('Krasniqi Gashi Berisha Morina Shala Hoxha Bytyqi Kelmendi Rexhepi Osmani Thaqi Zeqiri'),
};
export const persian: NameStock = {
  motherTongue: 'fa',
  nationality: '004',
  girls: words('Zahra Maryam Parisa Nargis Fatemeh Sahar Shabnam Elham Roya Mina Setareh Negin'),
  boys: words('Reza Mehdi Hamid Amir Navid Farid Omid Jawad Milad Yasin Arman Sina'),
  lastNames: words('Hosseini Ahmadi Rezai Mohammadi Karimi Nazari Haidari Jafari Rahimi Noori Sharifi Amiri'),
};
export const thai: NameStock = {
  motherTongue: 'th',
  nationality: '764',
  girls: words('Mali Suda Anong Ploy Kanya Nok Fon Pim'),
  boys: words('Somchai Anan Niran Chai Krit Tawan Arthit Phum'),
  lastNames: words('Srisai Wongsa Boonmee Saelim Chaiyasit Thongdee Kaewsai Phromma'),
};
