/// The rows of `Corpora/Names/nicknames.csv`, written by `Tools/build-name-tables`.
package enum NicknameRows {
  package static let text = """
    language,given,nicknames
    en,Abigail,Abby Gail
    en,Albert,Al Bert Bertie
    en,Alexander,Alex Al Sandy Xander
    en,Alexandra,Alex Sandra Lexi
    en,Alfred,Al Fred Alf
    en,Alice,Ally Allie
    en,Amanda,Mandy Amy
    en,Andrew,Andy Drew
    en,Angela,Angie
    en,Anna,Annie Ann
    en,Anthony,Tony Ant
    en,Arthur,Art Artie
    en,Ashley,Ash
    en,Barbara,Barb Barbie Babs
    en,Benjamin,Ben Benny Benji
    en,Bernard,Bernie
    en,Beverly,Bev
    en,Bradley,Brad
    en,Brandon,Bran
    en,Calvin,Cal
    en,Cameron,Cam
    en,Carolyn,Carol Carrie
    en,Caroline,Carol Carrie
    en,Catherine,Cathy Kate Katie Cate
    en,Charles,Charlie Chuck Chas
    en,Charlotte,Lottie Char
    en,Christina,Chris Tina Chrissy
    en,Christine,Chris Tina Chrissy
    en,Christopher,Chris Kit Topher
    en,Cynthia,Cindy
    en,Daniel,Dan Danny
    en,David,Dave Davey
    en,Deborah,Deb Debbie
    en,Debra,Deb Debbie
    en,Dennis,Denny
    en,Donald,Don Donnie
    en,Dorothy,Dot Dottie Dolly
    en,Douglas,Doug
    en,Edward,Ed Eddie Ted Ned
    en,Edwin,Ed Eddie Win
    en,Eleanor,Ellie Nora Nell
    en,Elizabeth,Liz Beth Betty Lizzie Eliza Libby
    en,Emily,Em Emmy
    en,Eugene,Gene
    en,Evelyn,Evie
    en,Frances,Fran Franny
    en,Francis,Frank Fran
    en,Franklin,Frank
    en,Frederick,Fred Freddy Rick
    en,Gabriel,Gabe
    en,Gabrielle,Gabby
    en,George,Georgie
    en,Gerald,Gerry Jerry
    en,Gregory,Greg
    en,Harold,Harry Hal
    en,Harriet,Hattie
    en,Helen,Nell Ellie
    en,Henry,Hank Harry
    en,Herbert,Herb Bert
    en,Howard,Howie
    en,Isaac,Ike Zac
    en,Isabella,Bella Izzy
    en,Jacob,Jake
    en,Jacqueline,Jackie
    en,James,Jim Jimmy Jamie
    en,Janet,Jan
    en,Jasmine,Jas Jazz
    en,Jeffrey,Jeff
    en,Jennifer,Jen Jenny
    en,Jeremy,Jerry
    en,Jerome,Jerry
    en,Jessica,Jess Jessie
    en,Joan,Joanie
    en,John,Jack Johnny Jon
    en,Jonathan,Jon Johnny Nathan
    en,Joseph,Joe Joey
    en,Joshua,Josh
    en,Joyce,Joy
    en,Judith,Judy
    en,Julia,Julie
    en,Katherine,Kathy Kate Katie Kat
    en,Kathleen,Kathy Kath
    en,Kathryn,Kathy Kate Katie
    en,Kenneth,Ken Kenny
    en,Kevin,Kev
    en,Kimberly,Kim Kimmy
    en,Kristen,Kris
    en,Lawrence,Larry
    en,Leonard,Len Lenny Leo
    en,Leslie,Les
    en,Lillian,Lil Lily
    en,Linda,Lindy
    en,Louis,Lou Louie
    en,Lucille,Lucy
    en,Madison,Maddie
    en,Marcus,Marc
    en,Margaret,Maggie Meg Peggy Marge
    en,Marilyn,Mary
    en,Martha,Marty Mattie
    en,Martin,Marty
    en,Mary,Molly Polly Mamie
    en,Matthew,Matt
    en,Maxwell,Max
    en,Megan,Meg
    en,Melissa,Missy Mel
    en,Melvin,Mel
    en,Michael,Mike Mickey Mikey
    en,Michelle,Shelly Micki
    en,Mildred,Millie
    en,Mitchell,Mitch
    en,Nancy,Nan
    en,Natalie,Nat
    en,Nathan,Nate
    en,Nathaniel,Nate Nat
    en,Nicholas,Nick Nicky
    en,Nicole,Nikki Nicky
    en,Norman,Norm
    en,Oliver,Ollie
    en,Olivia,Liv Livvy
    en,Pamela,Pam
    en,Patricia,Pat Patty Trish Tricia
    en,Patrick,Pat Paddy
    en,Peter,Pete
    en,Philip,Phil
    en,Phillip,Phil
    en,Phyllis,Phyl
    en,Rachel,Rach
    en,Ralph,Ralphie
    en,Randall,Randy
    en,Raymond,Ray
    en,Rebecca,Becky Becca
    en,Reginald,Reggie
    en,Richard,Rick Dick Rich Richie
    en,Robert,Bob Bobby Rob Robbie
    en,Roger,Rodge
    en,Ronald,Ron Ronnie
    en,Russell,Russ
    en,Ruth,Ruthie
    en,Samantha,Sam Sammie
    en,Samuel,Sam Sammy
    en,Sandra,Sandy
    en,Sarah,Sally Sadie
    en,Sharon,Shari
    en,Shirley,Shirl
    en,Stanley,Stan
    en,Stephanie,Steph
    en,Stephen,Steve
    en,Steven,Steve
    en,Susan,Sue Suzy
    en,Tamara,Tammy
    en,Terrence,Terry
    en,Theodore,Ted Teddy Theo
    en,Theresa,Terry Tess
    en,Thomas,Tom Tommy
    en,Timothy,Tim Timmy
    en,Valerie,Val
    en,Vanessa,Nessa
    en,Victor,Vic
    en,Victoria,Vicky Tori
    en,Vincent,Vince Vinny
    en,Virginia,Ginny Ginger
    en,Walter,Walt Wally
    en,Wayne,Way
    en,William,Bill Billy Will Willie Liam
    en,Zachary,Zach Zack
    en,DeAndre,Dre
    en,Andre,Dre
    en,Terrell,Rell
    en,Tyrone,Ty
    en,Tyler,Ty
    en,Tyrell,Ty
    en,Latoya,Toya
    en,Latasha,Tasha
    en,Natasha,Tasha
    en,Jermaine,Jay
    en,Darnell,Darn
    en,Dwayne,Wayne
    en,Demetrius,Meech
    en,Cedric,Ced
    en,Maurice,Moe
    en,Marquis,Quis
    en,Jamal,Mal
    en,Antoine,Twan
    en,Lakisha,Kisha
    en,Keisha,Key
    en,Shanice,Nicey
    en,Ebony,Eb
    en,Tiffany,Tiff
    en,Brittany,Britt
    en,Courtney,Court
    en,Crystal,Crys
    en,Danielle,Dani
    en,Dominique,Dom
    en,Kayla,Kay
    en,Alyssa,Aly
    en,Trevor,Trev
    en,Justin,Jus
    en,Austin,Aus
    en,Cody,Code
    en,Logan,Lo
    en,Derrick,Rick
    es,Francisco,Pancho Paco Kiko Curro Quico
    es,José,Pepe Chepe Pepito
    es,Jesús,Chuy Chucho Suso
    es,Guillermo,Memo Guille
    es,Ignacio,Nacho
    es,Alejandro,Alex Jano Ale
    es,Alejandra,Ale Alex
    es,Eduardo,Lalo Edu
    es,Enrique,Quique Kike
    es,Roberto,Beto Robe
    es,Alberto,Beto Berto
    es,Gilberto,Beto Gil
    es,Humberto,Beto
    es,Norberto,Beto
    es,Rigoberto,Beto Rigo
    es,Manuel,Manolo Manny Meño
    es,Antonio,Toño Tony
    es,Antonia,Toña
    es,Rafael,Rafa Fallo
    es,Miguel,Migue Mike
    es,Vicente,Chente
    es,Gregorio,Goyo
    es,Gerardo,Jerry Lalo
    es,Gabriel,Gabi
    es,Gabriela,Gabi
    es,Fernando,Nando Fer
    es,Ricardo,Richi Cardo
    es,Mauricio,Mau
    es,Javier,Javi
    es,Jorge,Coque Yoyi
    es,Juan,Juancho Juanito
    es,Luis,Lucho Güicho
    es,Pedro,Perico Pedrito
    es,Ramón,Moncho
    es,Salvador,Chava
    es,Santiago,Santi Chago
    es,Sergio,Checo
    es,Ernesto,Neto
    es,Arturo,Turo
    es,Rodolfo,Fito Rudy
    es,Adolfo,Fito
    es,Héctor,Tito
    es,Alfonso,Poncho
    es,Ildefonso,Poncho
    es,Alfredo,Fredi
    es,Rogelio,Roger
    es,Leonardo,Leo
    es,Concepción,Concha Conchita
    es,Consuelo,Chelo
    es,Dolores,Lola Loli
    es,Guadalupe,Lupe Lupita
    es,Rosario,Chayo Charo
    es,María,Mari Maruja
    es,Isabel,Chabela Isa
    es,Graciela,Chela
    es,Francisca,Paca Pancha
    es,Josefina,Pepa Fina Josefa
    es,Mercedes,Meche Merche
    es,Pilar,Pili
    es,Refugio,Cuca Cuco
    es,Socorro,Coco
    es,Teresa,Tere
    es,Rosa,Rosita
    es,Soledad,Chole
    es,Silvia,Chiva
    es,Beatriz,Bety Bea
    es,Leticia,Lety
    es,Patricia,Paty
    es,Margarita,Mago
    es,Elena,Nena
    es,Esperanza,Lancha Pera
    es,Carmen,Carmelita Menchu
    es,Luz,Lucha
    es,Martín,Tín
    es,Mario,Mayo
    es,Cristina,Cris Tina
    es,Daniel,Dani
    es,Verónica,Vero
    es,Angélica,Angie
    es,Ángel,Gelo
    es,Andrés,Andy
    es,Armando,Mando
    es,Bernardo,Nardo
    es,Benjamín,Benja Mincho
    es,Carlos,Carlitos Charlie
    es,David,Davi
    es,Emilio,Milo
    es,Federico,Fede Lico
    es,Felipe,Pipe Felo
    es,Gustavo,Tavo
    es,Octavio,Tavo
    es,Hilario,Layo
    es,Joaquín,Quino
    es,Joel,Yoel
    es,Julio,Yuyo
    es,Lorenzo,Lencho
    es,Marcos,Marquitos
    es,Nicolás,Nico
    es,Óscar,Oscarín
    es,Pablo,Pablito
    es,Raúl,Rulo
    es,Rubén,Benny
    es,Tomás,Tommy
    es,Víctor,Vico
    es,Eugenia,Queña
    es,Aurora,Bora
    es,Catalina,Cata
    es,Yolanda,Yoli
    es,Susana,Susi
    es,Lourdes,Lulú
    es,Lucía,Lucy
    es,Sofía,Sofi
    """
}
