/// The rows of `Corpora/Names/tails.csv`, written by `Tools/build-name-tables`.
package enum TailRows {
  package static let text = """
    group,population,head_people,tail_names,block_growth,block_ratio
    anglo,196817552,107803066,4000000,1.25,0.9471
    black,37685848,27483441,700000,1.25,0.9235
    hispanic,50477594,38139822,700000,1.25,0.9654
    vietnamese,1548449,1529936,400,1.25,0.9176
    chinese,3054440,2810085,600,1.25,1.2500
    korean,1082577,1028448,300,1.25,1.2500
    filipino,1658359,1160851,100000,1.25,0.9852
    south_asian,2607812,1695078,200000,1.25,1.0517
    arabic,551602,303381,60000,1.25,1.0621
    slavic,1114152,445661,120000,1.25,1.0954
    """
}
