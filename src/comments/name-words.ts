/** Words in a name that are no name. Compared in lower case, without full stops. Each list is a closed table: add to it freely. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Forms of address in front of a name. What is also a common name ("Sri", "Don", "Sheikh") is not among them. */
export const TITLES = words(`
  mr mrs ms miss mx dr prof professor sir dame lord lady capt captain col colonel lt maj major rev reverend
  mme mlle herr frau señor señora señorita srta sra signor signora dott dhr mevr
  shri shree smt shrimati sushri adv advocate
  श्री श्रीमती सुश्री श्रीमान डॉ डॉक्टर डा प्रो प्रोफेसर पंडित
  শ্রী শ্রীমতী ডঃ ডা ডক্টর জনাব অধ্যাপক
  திரு திருமதி டாக்டர் முனைவர் பேராசிரியர்
  శ్రీ శ్రీమతి డా డాక్టర్ ಶ್ರೀ ಶ್ರೀಮತಿ ಡಾ ಡಾಕ್ಟರ್ ശ്രീ ശ്രീമതി ഡോ શ્રી શ્રીમતી ડૉ ਸ਼੍ਰੀ ਸ਼੍ਰੀਮਤੀ ਡਾ
  السيد السيدة الدكتور الدكتورة دكتور دكتورة د الأستاذ الأستاذة آقای خانم دکتر جناب ڈاکٹر محترمہ
  г-н г-жа д-р проф доктор профессор ד״ר ד"ר מר גברת פרופ׳ פרופ'
`);

/** Titles only when a full stop says so: "Hon. Asha Rao", but Hon is a name in Vietnam. */
export const DOTTED_TITLES = words('hon fr er sr m gen pt km st');

/** What stands behind a name. "V" is not among them: in the south of India it is an initial. */
export const SUFFIXES = words('jr jnr sr snr ii iii iv esq phd mbbs cpa ias ips retd ji जी');

/** Forms of address that East Asian names carry behind them. */
export const ADDRESS_BEHIND =
  /(?<=[\p{sc=Han}\p{sc=Hangul}\p{sc=Hira}\p{sc=Kana}])\s*(?:先生|女士|小姐|博士|さん|様|씨|님)$/u;

/** Particles that lead a family name and are joined to it: its initial is the letter behind them ("al-Masri" is M). */
export const JOINED_PARTICLES = /^(?:al|el|ad|an|ar|as|ash|at|az|ibn|bin|ben|abu|abd|аль|эль|ибн)-(?=\p{L})/iu;

/** Who nobody may pose as: a name with one of these words in it is refused … */
export const STAFF = words(`
  admin admins administrator moderator moderators webmaster sysadmin administrateur modérateur modératrice administrador moderador
  administratorin moderatorin админ администратор модератор एडमिन मॉडरेटर প্রশাসক অ্যাডমিন மட்டுறுத்துநர் 管理员 管理員 版主 管理者 관리자 运营 مشرف
`);

/** … and one that has nothing but these. */
export const STAFF_ALONE = words(`
  the a our chief copydesk desk editor editors editorial editor-in-chief in newsroom news team staff support official system root help helpdesk
  reporter comment comments site owner publisher rédaction rédacteur redacción redaktion redakteur редакция редактор संपादक সম্পাদক ஆசிரியர் 编辑 編集部 編集者 편집자 محرر
`);
