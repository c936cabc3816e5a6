/// The rows of `Corpora/Names/romanizations.csv`, written by `Tools/build-name-tables`.
package enum RomanizationRows {
  package static let text = """
    group,spellings
    chinese,Zhang Chang Cheung Teo
    chinese,Wang Wong Vong Ong
    chinese,Li Lee Lei Lie
    chinese,Liu Lau Lew Liew
    chinese,Chen Chan Chin Tan
    chinese,Yang Yeung Young Yong
    chinese,Zhao Chao Chiu Jew
    chinese,Huang Hwang Wong Ng
    chinese,Wu Woo Ng Goh
    chinese,Zhou Chou Chow Jow
    chinese,Xu Hsu Hui Tsui
    chinese,Zhu Chu Jue Choo
    chinese,Lin Lam Lum Lim
    chinese,He Ho Hoe
    chinese,Guo Kuo Kwok Quock
    chinese,Luo Lo Law
    chinese,Liang Leung Leong
    chinese,Xie Hsieh Tse Chia
    chinese,Zheng Cheng Jeng Tay
    chinese,Cai Tsai Choy Chua
    chinese,Zeng Tseng Tsang Jang
    chinese,Deng Teng Tang
    chinese,Xiao Hsiao Siu
    chinese,Jiang Chiang Keung Kong
    chinese,Ye Yeh Yip Yap
    chinese,Gao Kao Ko
    chinese,Feng Fung Fong
    chinese,Ma Mah
    chinese,Sun Suen Soon
    chinese,Hu Woo Wu
    chinese,Tang Tong Thong
    chinese,Yu Yue Yee
    chinese,Pan Poon Pun
    chinese,Du Tu To
    chinese,Wei Ngai Way
    chinese,Jin Chin Kam
    chinese,Xue Hsueh Sit
    chinese,Cheng Ching
    chinese,Kong Kung Hung
    chinese,Mo Mok
    chinese,Mai Mak
    chinese,Guan Kuan Kwan
    chinese,Shi Shih Sze
    chinese,Dong Tung
    chinese,Qian Chien Chin
    chinese,Fan Faan
    chinese,Jia Chia Ka
    chinese,Xin Hsin Sun
    chinese,Xia Hsia Ha
    chinese,Xiang Hsiang Heung
    chinese,Qiang Chiang Keung
    chinese,Qing Ching Tsing
    chinese,Zhi Chih Chi
    chinese,Zhong Chung
    chinese,Guang Kwong
    chinese,Jun Chun
    chinese,Jie Chieh Kit
    chinese,Jian Chien Kin
    chinese,Ming Meng
    chinese,Hui Hwei Wai
    chinese,Xiuying Hsiu-Ying Xiu+Ying
    chinese,Jing Ching
    chinese,Xiaoyan Hsiao-Yen Xiao+Yan
    chinese,Xiaohong Hsiao-Hung Xiao+Hong
    chinese,Jianguo Chien-Kuo Jian+Guo
    chinese,Guoqiang Kuo-Chiang Guo+Qiang
    chinese,Meiling Mei-Ling Mei+Ling
    chinese,Lihua Li-Hua Li+Hua
    chinese,Zhiqiang Chih-Chiang Zhi+Qiang
    chinese,Xiaoming Hsiao-Ming Xiao+Ming
    chinese,Wenjie Wen-Chieh Wen+Jie
    chinese,Jianhua Chien-Hua Jian+Hua
    korean,Kim Gim Ghim
    korean,Lee Yi Rhee Ri Ree
    korean,Park Pak Bak Bahk
    korean,Choi Choe Chey
    korean,Jung Chung Jeong Joung
    korean,Kang Gang Kahng
    korean,Cho Jo Joe
    korean,Yoon Yun Youn
    korean,Jang Chang Zhang
    korean,Lim Im Rim Yim
    korean,Han Hahn
    korean,Shin Sin Synn
    korean,Seo Suh So
    korean,Kwon Gwon Kwun
    korean,Hwang Whang
    korean,Ahn An
    korean,Song Soung
    korean,Yoo Yu Ryu You
    korean,Hong Hung
    korean,Jeon Chun Jun Cheon
    korean,Ko Koh Go Goh
    korean,Moon Mun
    korean,Yang Ryang
    korean,Bae Pae Bai
    korean,Baek Paik Paek Back
    korean,Noh Roh No Ro
    korean,Heo Huh Hur
    korean,Nam Nahm
    korean,Shim Sim
    korean,Oh O
    korean,Ha Hah
    korean,Kwak Gwak
    korean,Sung Seong
    korean,Cha Tcha
    korean,Joo Ju Chu
    korean,Woo U Wu
    korean,Koo Gu Ku
    korean,Min Minn
    korean,Na Ra Rha
    korean,Eom Um Uhm
    korean,Son Sohn
    arabic,Mohammed Muhammad Mohamed Mohammad Mohamad Muhammed Mohamud Mahomed
    arabic,Ahmed Ahmad Ahmet
    arabic,Hussein Hussain Husain Hossein Husein
    arabic,Hassan Hasan Hassen
    arabic,Ali Aly
    arabic,Abdullah Abdallah Abdulla
    arabic,Abdul+Rahman Abdulrahman Abdurrahman Abdel+Rahman Abdirahman
    arabic,Abdul+Aziz Abdulaziz Abdelaziz Abdel+Aziz
    arabic,Abdul+Karim Abdulkarim Abdelkarim Abdelkareem
    arabic,Ibrahim Ebrahim Ibraheem
    arabic,Omar Umar Omer
    arabic,Osman Othman Uthman Usman
    arabic,Youssef Yusuf Yousef Yousif Josef
    arabic,Mahmoud Mahmood Mahmud
    arabic,Mustafa Mostafa Moustafa Mustapha
    arabic,Khalid Khaled Halid
    arabic,Said Saeed Saied Sayed
    arabic,Saleh Salih Saleeh
    arabic,Nasser Naser Nasir
    arabic,Tariq Tarek Tareq Tarik
    arabic,Karim Kareem
    arabic,Salim Saleem Selim
    arabic,Rashid Rasheed Rachid
    arabic,Jamal Gamal Djamal
    arabic,Issa Isa Eissa
    arabic,Suleiman Sulayman Soliman Suleman
    arabic,Fatima Fatma Fatimah Fatemeh
    arabic,Aisha Ayesha Aicha Aysha Aishah
    arabic,Mariam Maryam Meryem Miriam
    arabic,Zainab Zaynab Zeinab Zeyneb
    arabic,Khadija Khadijah Khadeeja Hadija
    arabic,Amina Aminah Ameena
    arabic,Layla Leila Laila Leyla
    arabic,Noor Nour Nur
    arabic,Sara Sarah
    arabic,Yasmin Yasmine Yasmeen Jasmin
    arabic,Haddad Hadad
    arabic,Khoury Khouri Khuri Elkhoury
    arabic,Najjar Najar Nadjar
    arabic,Khalil Khaleel Halil
    arabic,Qasim Kassem Qassem Kasim Gasim
    arabic,Shaheen Shahin Chahine
    arabic,Sharif Shareef Sherif Cherif
    arabic,Faisal Faysal Feisal
    arabic,Hamza Hamzah
    arabic,Ismail Ismael Ismaeel Esmail
    arabic,Bilal Belal
    arabic,Majid Majeed Maged
    arabic,Mansour Mansoor Mansur
    arabic,Younes Younis Yunus Yunis
    arabic,Masri Masry Elmasri
    arabic,Hamid Hameed
    arabic,Rahman Rehman Rahmaan
    arabic,Wafa Wafaa
    arabic,Huda Hoda
    arabic,Samir Sameer
    arabic,Jaber Jabir Gaber
    arabic,Abbas Abass
    arabic,Darwish Darweesh Darwiche
    arabic,Elsayed El+Sayed Alsayed
    arabic,Tawil Taweel Tawill
    arabic,Harb Harbe
    arabic,Yacoub Yaqub Yaqoob Jacoub
    arabic,Zidan Zeidan Zaydan
    arabic,Dawood Daoud Dawud
    slavic,Alexander Aleksandr Alexandr Oleksandr Aleksander
    slavic,Alexei Aleksey Alexey Aleksei
    slavic,Sergei Sergey Serhiy Serguei
    slavic,Dmitry Dmitri Dmitriy Dimitri Dmytro
    slavic,Andrei Andrey Andriy Andrej
    slavic,Mikhail Michail Mikhael Mykhailo
    slavic,Yuri Yury Iurii Yuriy Jurij
    slavic,Nikolai Nikolay Nikolaj Mykola
    slavic,Evgeny Yevgeny Evgeniy Evgenii Yevhen
    slavic,Viktor Victor Wiktor
    slavic,Vasily Vasiliy Vassili Vasyl
    slavic,Grigory Grigoriy Grigori Hryhoriy
    slavic,Vladimir Volodymyr Wladimir
    slavic,Pavel Pavlo Pawel
    slavic,Ekaterina Yekaterina Katerina Kateryna
    slavic,Natalia Nataliya Natalya Natalija
    slavic,Tatiana Tatyana Tetiana Tatjana
    slavic,Yulia Julia Iuliia Yuliya Yuliia
    slavic,Svetlana Svitlana Swetlana
    slavic,Irina Iryna Irena
    slavic,Elena Yelena Olena Jelena
    slavic,Ludmila Lyudmila Liudmila Lyudmyla
    slavic,Ksenia Kseniya Xenia Oksana
    slavic,Anastasia Anastasiya Anastasiia
    slavic,Viktoria Victoria Viktoriya Viktoriia
    slavic,Olga Olha
    slavic,Yakovlev Iakovlev Jakovlev
    slavic,Alexeev Alekseev Alekseyev
    slavic,Nikolaev Nikolayev
    slavic,Vasiliev Vasilyev Vasilev
    slavic,Belyaev Beliaev Belayev
    slavic,Semenov Semyonov Semionov
    slavic,Zaitsev Zaytsev Zajcev
    slavic,Vorobiev Vorobyev Vorobyov
    slavic,Kiselev Kiselyov Kisselev
    slavic,Boyko Boiko Bojko
    slavic,Shevchenko Chevtchenko Szewczenko
    slavic,Tkachenko Tkatchenko
    slavic,Melnyk Melnik
    slavic,Oliynyk Oleynik Oliinyk
    slavic,Zhukov Jukov Zukov
    slavic,Fedorov Fyodorov Feodorov
    slavic,Egorov Yegorov
    slavic,Mikhailov Mihailov Michailov
    slavic,Bykov Bikov
    slavic,Konstantin Constantine Kostiantyn
    slavic,Yevtushenko Evtushenko
    slavic,Artem Artyom Artiom
    slavic,Gennady Gennadiy Gennadi
    slavic,Vitaly Vitaliy Vitalii
    slavic,Anatoly Anatoliy Anatolii
    slavic,Valery Valeriy Valerii
    south_asian,Mohammed Mohammad Muhammad Mohd Md
    south_asian,Chaudhry Chaudhary Chowdhury Chaudhuri Choudhry
    south_asian,Sharma Sarma
    south_asian,Reddy Reddi
    south_asian,Iyer Aiyar
    south_asian,Agarwal Aggarwal Agrawal
    south_asian,Shah Saha
    south_asian,Parikh Parekh
    south_asian,Hussain Husain Hossain
    south_asian,Siddiqui Siddiqi Sidiqui
    south_asian,Qureshi Quraishi Koreshi
    south_asian,Sheikh Shaikh Shaik
    south_asian,Banerjee Bandyopadhyay Banerji
    south_asian,Mukherjee Mukhopadhyay Mukherji
    south_asian,Chatterjee Chattopadhyay Chatterji
    south_asian,Chakraborty Chakravarty Chakrabarti
    south_asian,Dutta Datta Dutt
    south_asian,Ayesha Aisha Aysha
    south_asian,Saxena Saksena
    south_asian,Srivastava Shrivastava
    south_asian,Krishnan Krishnaan
    south_asian,Lakshmi Laxmi Luxmi
    south_asian,Geeta Gita
    south_asian,Meena Mina
    south_asian,Pooja Puja
    south_asian,Sunita Suneeta
    south_asian,Vijay Vijai Bijay
    south_asian,Venkatesh Venkatesan
    south_asian,Srinivas Sreenivas Shrinivas
    south_asian,Kumar Kumarr Coomar
    south_asian,Verma Varma
    south_asian,Singh Sing Sinh
    south_asian,Gurpreet Gurprit
    south_asian,Rahman Rehman
    south_asian,Ahmed Ahmad
    south_asian,Ali Alli
    south_asian,Iqbal Eqbal
    south_asian,Mahmood Mahmud Mehmood
    south_asian,Imran Emran
    south_asian,Tariq Tarique
    south_asian,Nasreen Nasrin
    south_asian,Shazia Shazya
    south_asian,Preeti Priti
    south_asian,Asif Aasif
    vietnamese,Vũ Võ
    vietnamese,Hoàng Huỳnh
    vietnamese,Phúc Phước
    vietnamese,Cảnh Kiểng
    vietnamese,Trường Tràng
    filipino,Dela+Cruz De+La+Cruz Delacruz
    filipino,Delos+Santos De+Los+Santos Delossantos
    filipino,Delos+Reyes De+Los+Reyes Delosreyes
    filipino,De+Guzman Deguzman
    filipino,De+Leon Deleon
    filipino,De+Vera Devera
    filipino,San+Agustin Sanagustin
    filipino,San+Juan Sanjuan
    filipino,Del+Rosario Delrosario
    filipino,Ma.+Teresa Maria+Teresa Maria+Theresa
    filipino,Corpuz Corpus
    filipino,Lim Lym
    filipino,Guevarra Guevara
    filipino,Villareal Villarreal
    filipino,Ybanez Ibanez
    hispanic,González Gonzales
    hispanic,Gómez Gomes
    hispanic,Rodríguez Rodrigues
    hispanic,Vásquez Vázquez
    hispanic,Velásquez Velázquez
    hispanic,Cortés Cortez
    hispanic,Valdés Valdez
    hispanic,Jiménez Giménez Ximénez
    hispanic,Mejía Mexía
    hispanic,Córdova Córdoba
    hispanic,Ibáñez Ybáñez
    hispanic,Meza Mesa
    hispanic,Chávez Chaves
    hispanic,Quiñones Quiñónez
    hispanic,Villarreal Villareal
    hispanic,Zavala Zabala
    hispanic,Marrero Marero
    """
}
