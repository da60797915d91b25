/// The readings of frequent Chinese characters, for ids that people can read.
///
/// They are Hanyu Pinyin without tones, and for Japanese the usual Sino-Japanese reading in
/// Hepburn's letters without length marks.
///
/// A character has one reading here, in every word: ids need to be stable and legible, and no
/// more. A name with another character gets its id elsewhere.
enum HanReadings {
  /// The reading of a character; nil if it is not a frequent one.
  static func reading(_ scalar: Unicode.Scalar, isJapanese: Bool) -> String? {
    isJapanese ? japanese[scalar] : chinese[scalar]
  }

  private static let chinese = table(
    """
    a阿 ai爱碍艾 an安岸按暗案 ao奥澳 ba八吧巴把罢 bai拜摆白百败 ban办半搬板版班般辦颁 bang帮幫榜绑邦
    bao保包報宝寶报抱暴爆饱 bei倍備北备杯背被貝贝 ben奔本 beng崩泵 bi壁币必比毕碧笔避闭
    bian便变編编變辩边遍邊 biao标標表 bie别 bin宾滨賓 bing兵冰并病 bo博拨撥播波薄 bu不布步簿补補部
    cai彩才採材菜裁財财采 can参參残餐 cang仓倉舱 cao操草 ce侧側冊册厕测測策 ceng层層曾 cha差插查茶
    chai拆柴 chan产產阐 chang偿償厂唱场場常廠暢畅長长 chao抄朝潮超 che彻徹撤車车 chen沉称稱衬陈陳
    cheng乘呈城惩懲成承程 chi吃尺持池迟遲 chong充冲崇衝重 chou抽稠筹籌 chu储儲出初处础礎處触觸除
    chuan传傳川穿船 chuang创創床窗 chui吹 chun春纯 ci次此瓷詞词辞辭 cong从從聪 cu促粗 cui催
    cun存寸村 cuo措錯错 da大打搭答达達 dai代带帶待貸贷 dan但单單弹彈担擔淡 dang党当档檔當黨
    dao倒到导導岛島道 de得德的 deng灯燈登等 di低地底抵敌敵第递遞 dian典垫墊店点电電點 diao吊掉調调
    die叠跌 ding丁定訂订钉頂顶 dong东冻凍动動懂東董 dou斗豆都 du堵度独獨督讀读 duan断斷段短端
    dui兌兑对對队隊 dun盾顿 duo多夺奪 e恶惡額额 en恩 er二儿兒而耳 fa乏发法發罚罰 fan反泛犯範翻范返飯饭
    fang仿房放方訪访防 fei废廢肥費费非飛飞 fen份分粉紛纷 feng丰封峰豐風风 fo佛 fou否
    fu付副复夫富府復服父福符複負负輔辅附 gai改概盖蓋该 gan干幹感敢杆赶趕 gang刚剛岗崗港綱纲鋼钢 gao告搞稿高
    ge个個各格歌給给隔革 gen根跟 geng更耕 gong供公共功宫工巩攻鞏 gou够夠构構沟溝購购 gu估古固故股谷雇顧顾骨
    gua挂 guai怪 guan关官惯慣管觀观貫贯關館馆 guang光广廣 gui归柜櫃歸規规貴贵軌轨 gun滚
    guo国國果过過郭 ha哈 hai孩害海还還 han函含寒汉漢韓韩 hang杭航 hao号好毫耗號 he何合和核河荷 hei黑
    hen很 heng恒横衡 hong宏洪紅红 hou候厚后後 hu互呼忽戶户护湖護 hua划劃化华画畫花華話话 huai坏壞怀懷
    huan患换換环環緩缓 huang荒黄 hui会匯回恢惠挥揮會汇灰輝辉 hun婚混 huo伙夥或活火獲获貨货
    ji击及基季寄己急技擊机极極機济激濟积積籍紀級績繼级纪继绩計記计记蹟迹际際集 jia价佳假價加嘉家架甲
    jian件健兼减坚堅建检檢渐減漸监監简簡見见践踐鍵键間间 jiang奖将將江獎講讲降 jiao交教脚角較较
    jie介借姐屆届戒接界節結结节街解阶階 jin仅今僅尽津盡禁紧緊近进進金 jing京净境景淨竞競精經经警静靜
    jiu久九就救旧究舊酒 ju举具剧句局居巨拒据據聚舉 juan卷捐 jue决決絕绝覺觉 jun军君均軍 ka卡 kai凯开開
    kan刊勘看 kang康抗 kao考靠 ke克刻可客科課课 ken肯 kong孔控空 kou口扣 ku库庫苦 kua跨
    kuai块塊快 kuan宽寬款 kuang况框況矿礦 kui亏虧 kun困 kuo扩括擴 la拉 lai來来賴赖
    lan兰栏欄蓝藍蘭覽览 lang浪 lao劳勞老 le乐了樂 lei类累雷類 leng冷 li例利力励勵历曆李歷理礼禮离立裡里離
    lian廉練练联聯连連鏈链 liang两亮兩粮糧良量 liao料疗療 lie列烈 lin临林臨 ling令另灵零靈領领
    liu六刘劉流留 long隆龍龙 lou楼樓漏 lu录律旅率绿路錄陆陸 lun論论輪轮 luo絡络罗羅落逻邏 ma码碼馬马
    mai买卖買賣麦 man慢满滿 mang忙 mao冒毛貿贸 mei媒每没煤美 men们們門门 meng夢梦盟 mi密秘米
    mian免棉面 miao描秒 min敏民 ming名命明 mo末模莫默 mou某謀谋 mu募幕木母目 na拿納纳那 nai耐
    nan南男难難 nao脑腦 ne呢 nei内 neng能 ni你拟擬 nian年念 niu牛 nong农農 nu努女 nuo諾诺
    ou欧歐 pai拍排派牌 pan判盘盤 pang旁 pao抛拋跑 pei培賠赔配 peng朋 pi匹批皮 pian偏片篇
    piao票 pin品聘頻频 ping凭屏平憑瓶評评 po破迫 pu普鋪铺 qi七企其启啟器契弃旗期棄气氣起齊齐
    qian前千潛潜签簽迁遷錢钱 qiang強强抢搶 qiao巧桥橋 qie且切 qin亲侵勤親 qing庆情慶清請请輕轻青
    qiu求球秋 qu区區去取渠趋趨 quan全券圈权權 que却卻确確缺 qun群 ran染然 rang让 rao扰擾 re热熱
    ren人仁任認认 ri日 rong容榮荣融 rou肉 ru入如 ruan軟软 rui瑞 run润潤 ruo弱若 sai賽赛
    san三散 se色 sha杀殺沙 shan删刪善山扇 shang上伤傷商尚 shao少绍 she涉社舍設设
    shen审審深甚申神身 sheng勝升声生省聲胜 shi世事使势勢十史始实室實市师師式施时是時石示視视試識识试适適释釋食
    shou受售守手授收首 shu书属屬数數書术树樹熟術輸输述 shua刷 shuang双雙 shui水稅税誰谁 shun順顺
    shuo說说 si似司四思死私 song松送鬆 sou搜 su宿素訴诉速 suan算 sui岁歲碎随隨 sun损損
    suo所索縮缩鎖锁 ta他塔她它 tai台太态態泰臺 tan坦探談谈 tang堂糖 tao套討讨逃 te特 ti体提替梯題题體
    tian填天添田 tiao条條跳 tie貼贴鐵铁 ting停厅听庭廳聽 tong同童統统通 tou头投透頭 tu图圖土突途
    tuan团團 tui推退 tuo托拖 wai外 wan万完晚湾灣萬 wang往忘望王網网
    wei为伟位偉卫危围圍委尾微未為維维衛违違 wen問文温稳穩问 wo我握 wu乌五务務午无武無物誤误
    xi习希席息戏戲析洗系細细習西 xia下夏 xian先县显献獻现現線縣线限险險顯 xiang乡像向响想相詳详象鄉響項项
    xiao小效晓曉校消笑銷销 xie些写协協寫械泄謝谢 xin信心新 xing兴型形性星興行 xiong雄 xiu休修
    xu序續续虚虛許许需須须 xuan宣旋选選 xue学學血 xun寻尋循訊訓詢训讯询 ya亚亞压壓雅
    yan严嚴延沿演眼研言顏颜驗验 yang养央样樣洋阳陽養 yao摇药藥要邀 ye业也叶夜業葉頁页
    yi一义乙以依医宜已异意易異益移義艺藝譯議议译醫 yin印因引銀银隐隱音 ying应影應營硬英营迎 yong勇拥擁永用
    you优優又友右有油游由遊邮郵 yu与予于余域育與語语遇雨預预魚鱼 yuan元原员員园園愿源远遠院願 yue月約约越閱阅
    yun云允运運雲 za杂雜 zai再在災灾載载 zan暂暫贊赞 zao早造遭 ze则則择擇責责 zeng增贈赠 zha炸
    zhai摘 zhan佔占展战戰站 zhang张張掌章賬账障 zhao召找招照 zhe折者这這 zhen真診诊針鎮针镇阵陣
    zheng争征徵政整正爭證证 zhi之值制只執志执指支植止治直知紙纸职職至致製質质 zhong中众眾种種終终 zhou周州軸轴週
    zhu主住助注筑築著註逐駐驻 zhua抓 zhuan专專轉转 zhuang壮壯状狀装裝 zhui追 zhun准準 zhuo卓着
    zi咨子字自諮資资 zong宗总綜總综 zou走 zu租組组足阻 zui最罪 zun尊遵 zuo作做坐左座
    """)

  private static let japanese = table(
    """
    an安案 bai倍売買 ban番盤 ben弁 bi備美 bin便 bo募望母貿防 bu武部 bun分文 butsu物 byo病秒
    chaku着 chi値知致 chin賃 cho帳庁朝町調超長 chu中忠注駐 dai代大第題 dan団断段談 den伝田電
    do働動同導度道 doku独読 ei営影永英 eki易益駅 en園延援遠 fu不付府普負 fuku副復服福複 gai外害該
    gaku学額 gan岩 gei芸 gen元原減源現言限 gi技疑義議 gin銀 go互午号合後語護 gu具 gun群 ha派破
    hai敗配 haku博白 han判反版班範販 hatsu発 hei並平弊 heki壁 hen変編辺返 hi否比秘被費非 hin品
    ho保報放方法補訪 hoku北 hon本 hyo標票表評 i位依医域委意異移 ichi一 in印員引院 ji事児地持時次治示自
    jin人 jo上乗助場女常情条状除 ju住充受従授重需 jun準順 jutsu術述 ka下価加化可家果火画科荷課
    kai介会回改海界解開階 kaku各拡核格確 kan刊完官幹環監管簡観間関館 katsu活 kei係契形携系経計警
    ken件健建検権県研 ki企危器基季希帰期機気規記貴起 kin均緊近金 ko交個候公功効口工広庫抗校構港甲考航行購項顧高
    koku告国黒 ku区 kyaku客 kyo供共協居強拠教業許 kyoku局極 kyu休急救旧求球究級給 mai毎 man万
    mei名命明 men面 mi味未 min民 mitsu密 mo模網 moku目 mon問門 mu務無 nai内 nan南難
    nen年 ni二 nichi日 nin任認 no納能農 nyu入 o応王 oku億 on温音 otsu乙 rai来雷 raku落
    ran乱覧 rei令例冷礼 reki歴 ren練連 ri利理里離 riku陸 rin林臨 ritsu律率立 ro労路録
    roku六 ron論 rui類 ryaku略 ryo両料旅療量領 ryoku力緑 ryu流留 sa作左差査
    sai再採最済災祭裁財際 saku削策 san三参山散産算 satsu冊察 sei世制性成政整正清生精製請青 seki席石積績責
    sen先宣専戦線船選 setsu切接節設説 sha写社者車 shi使史司士始子市師志指支施止視詞試誌資 shiki式識
    shin信審心振新深申真親診進 shitsu室質 sho償処初商小少所承招昇書消照署証象障 shoku職色食
    shu主修収取周守手種終週集首 so争創層想操早相窓組総装送 soku則即測足速 son存損村 su数 sui推水 ta他多
    tai体対待態退隊 taku宅択託 tan単担短端 tei低停定底庭提程訂 teki敵的適 ten天展店添点転 tetsu鉄
    to党図島当投東登答統頭 tsu通 tsui追 u右 un運 wa和話 ya夜野 yaku役約薬訳 yo与予余容様用要預
    yoku翌 yu優友有輸郵 zai在材罪 zei税 zen全前善 zo像増造 zoku属族続 zui随
    """)

  /// A table of words, each a reading and the characters that have it.
  private static func table(_ text: String) -> [Unicode.Scalar: String] {
    var result: [Unicode.Scalar: String] = [:]
    for word in text.split(whereSeparator: \.isWhitespace) {
      let reading = word.prefix(while: \.isASCII)
      for scalar in word.dropFirst(reading.count).unicodeScalars {
        result[scalar] = String(reading)
      }
    }
    return result
  }
}
