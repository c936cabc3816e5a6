/// The rows of `Corpora/Names/tails.csv`, written by `Tools/build-name-tables`.
package enum TailRows {
  package static let text = """
    group,population,head_people,tail_names,block_growth,block_ratio
    anglo,196817552,107803066,4000000,1.25,0.9471
    black,37685848,27483441,700000,1.25,0.9235
    hispanic,50477594,38139822,700000,1.25,0.9654
    vietnamese,1548449,1529936,400,1.25,0.9176
    chinese,3347229,2715664,3000,1.25,1.1654
    korean,1423784,1028448,300,1.25,1.2500
    filipino,2555923,565935,200000,1.25,1.1593
    south_asian,3427000,1265100,300000,1.25,1.1204
    arabic,551602,303381,60000,1.25,1.0621
    slavic,1114152,445661,120000,1.25,1.0954
    """
}
