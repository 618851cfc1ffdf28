// The Z of `report-paper.test.ts` as it lies on the paper, line by line.

export const zhOn58: readonly string[] = `\
        惠民便利
--------------------------------
      日结单 Z12
营业日                2026-11-28
收银机                         1
收银员                      李敏
开班            2026-11-28 01:00
交班            2026-11-28 02:00
--------------------------------
销售                3 / ￥105.50
原价合计                ￥110.00
单品优惠                 -￥3.00
整单优惠                 -￥1.50
退货                  1 / ￥5.50
撤销上一单            0 / ￥0.00
净额（销售减退货）      ￥100.00
税率 13%    ￥88.50 税额 ￥11.50
--------------------------------
            收款方式
现金                 2 / ￥65.50
退                    1 / ￥5.50
支付宝 jeepay        1 / ￥40.00
--------------------------------
              其他
单号         1-000001 - 1-000003
删除行                1 / ￥2.50
作废整单              0 / ￥0.00
改价                  0 / ￥0.00
无销售开钱箱                   1
补打                           0
店长授权                       0
断网中的销售          0 / ￥0.00
--------------------------------
              现金
备用金                  ￥200.00
现金销售实收 2          ￥100.00
找零 1                  -￥34.50
现金退款 1               -￥5.50
交保险柜 1              -￥50.00
应有现金                ￥210.00
开班时与上一班留下的相差 -￥1.00
第一次点钞              ￥200.00
实点现金                ￥205.00
短款                      ￥5.00
留作备用金              ￥200.00
送存银行                  ￥5.00
封包号                       B-7
--------------------------------
          留到以后处理
挂单                           1
结果未知的付款        0 / ￥0.00
待核实的收款          1 / ￥9.00
--------------------------------
            按收银员
李敏      3 / ￥105.50 退 ￥5.50
--------------------------------
累计总额               ￥1100.00
上次                   ￥1000.00
账本        140 abababababababab
校验            cdcdcdcdcdcdcdcd
软件              evertill 0.1.0

签字            ________________



`.split('\n');

export const enOn80: readonly string[] = `\
                惠民便利
------------------------------------------------
            Z report 12
Business day                          2026-11-28
Till                                           1
Cashier                                     李敏
Opened                          2026-11-28 01:00
Closed                          2026-11-28 02:00
------------------------------------------------
Sales                               3 / ￥105.50
Gross                                   ￥110.00
Line discounts                           -￥3.00
Bill discounts                           -￥1.50
Refunds                               1 / ￥5.50
Last sale undone                      0 / ￥0.00
Net (sales less refunds)                ￥100.00
Tax 13%                      ￥88.50 tax ￥11.50
------------------------------------------------
                    Tenders
Cash                                 2 / ￥65.50
back                                  1 / ￥5.50
Alipay jeepay                        1 / ￥40.00
------------------------------------------------
                     Other
Receipts                     1-000001 - 1-000003
Lines removed                         1 / ￥2.50
Sales voided                          0 / ￥0.00
Prices set by hand                    0 / ￥0.00
Opened without sale                            1
Reprints                                       0
Approvals                                      0
Sold offline                          0 / ￥0.00
------------------------------------------------
                      Cash
Float                                   ￥200.00
Cash taken 2                            ￥100.00
Change given 1                          -￥34.50
Cash refunds 1                           -￥5.50
To the safe 1                           -￥50.00
Expected                                ￥210.00
At opening, against what was left        -￥1.00
First count                             ￥200.00
Counted                                 ￥205.00
Short                                     ￥5.00
Left as float                           ￥200.00
To the bank                               ￥5.00
Bag                                          B-7
------------------------------------------------
                  Carried over
Held sales                                     1
Payments unknown                      0 / ￥0.00
Unverified                            1 / ￥9.00
------------------------------------------------
                   By cashier
李敏                    3 / ￥105.50 back ￥5.50
------------------------------------------------
Grand total                            ￥1100.00
before                                 ￥1000.00
Journal                     140 abababababababab
Seal                            cdcdcdcdcdcdcdcd
Software                          evertill 0.1.0

Signature                       ________________
[cut]`.split('\n');
