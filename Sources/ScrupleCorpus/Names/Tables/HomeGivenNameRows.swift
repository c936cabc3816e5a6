/// The rows of `Corpora/Names/given-by-hand.txt`, written by `Tools/build-name-tables`.
package enum HomeGivenNameRows {
  package static let text = """
    # Written by hand: given names of home, commonest first. The weight of the n-th is 1/(n+6): ASSUMED, no public-domain count exists.
    # "+" stands for a blank. [hispanic M compound] are the compound names of Spanish, which count as one or two given names.
    [hispanic F compound]
    María+Guadalupe María+Elena María+del+Carmen Ana+María Rosa+María María+de+los+Ángeles María+Luisa Ana+Laura María+Fernanda María+Isabel María+Teresa Luz+María María+José Blanca+Estela María+del+Rosario Ana+Karen María+de+Jesús Martha+Elena María+del+Pilar María+de+la+Luz Norma+Alicia Alma+Delia Claudia+Patricia Flor+de+María María+Eugenia María+Cristina Luz+Elena María+Dolores Rosa+Elena María+de+la+Concepción Ana+Lucía María+Victoria Silvia+Elena Dulce+María María+del+Socorro María+del+Refugio Sandra+Patricia María+de+Lourdes
    [hispanic M compound]
    José+Luis Juan+Carlos Miguel+Ángel Luis+Ángel José+Antonio José+Manuel Juan+José Francisco+Javier José+Ángel Jesús+Alberto Juan+Manuel Luis+Alberto José+Alfredo Marco+Antonio José+de+Jesús Juan+Pablo Carlos+Alberto José+Guadalupe Víctor+Manuel Jorge+Luis Juan+Antonio Luis+Fernando José+María José+Juan Pedro+Pablo Jesús+Manuel Víctor+Hugo Luis+Enrique Juan+Francisco José+Armando José+Alberto César+Augusto Óscar+Armando Mario+Alberto Juan+de+Dios José+Eduardo Carlos+Enrique José+Miguel
    [vietnamese F]
    Hoa Lan Hương Mai Thủy Nga Hạnh Linh Ngọc Thảo Trang Hà Phương Thu Yến Hồng Anh Loan Tuyết Dung Hằng Liên Kim Bích Oanh Vân Trinh Tâm Nhung Châu Vy My Huyền Thanh Xuân Lý Cúc Đào Phượng Quỳnh Tiên Trâm Uyên Như Ánh Diễm Giang Hiền Khanh Lệ Nguyệt Nhi Thoa Thúy
    [vietnamese M]
    Hùng Dũng Tuấn Minh Hải Anh Long Nam Sơn Thành Hoàng Bình Cường Đức Hiếu Khoa Quang Tâm Thắng Trung Việt Vinh Phúc Huy Tùng Tân Phong Khánh Lâm Lộc Mạnh Nghĩa Nhân Phát Quân Quốc Tài Thái Thiện Tiến Toàn Trí Tú Văn An Bảo Cảnh Chiến Công Đạt Định Duy Giang Hiển Hòa Kiên Lực Thịnh Sang
    [chinese F]
    Li Fang Na Min Jing Xiuying Yan Juan Xia Ying Hui Yun Ping Xiaoyan Lan Hong Mei Xue Qian Ling Wei Xin Lihua Yu Jie Xiaohong Meiling Shufen Yuting Shuhua Meihua Guiying Yulan Xiaoli Yan+Ling Siu+Ling Wai+Yee Mei+Ling Shu+Fen Yi+Ting Hsiu+Mei Mei+Chu Li+Hua Ya+Ting Xiaomei Yaqin Jingyi Yuhan Zixuan Xinyi Rui Yuxin Shiyu Jiayi
    [chinese M]
    Wei Jian Jun Ming Qiang Lei Yong Hao Bin Tao Jie Peng Bo Gang Chao Hui Feng Jianguo Guoqiang Yi Xiaoming Zhiqiang Wenjie Haoran Yuxuan Jianhua Wei+Ming Chi+Ming Ka+Ming Kwok+Wai Wing+Kwong Chun+Hung Chih+Ming Chien+Hung Kuo+Hua Tzu+Hao Cheng+Yu Zhen Kai Dong Liang Ping Lin Xiang Guang Hua Hongwei Dawei Weidong Jianping Zhigang Yifan Zihao Minghao Jiaming Tianyu
    [korean F]
    Young-Hee Mi-Kyung Eun-Young Ji-Young Hye-Jin Soo-Jin Eun-Jung Min-Ji Ji-Hye Yoo-Jin Su-Bin Seo-Yeon Ji-Eun Mi-Sook Young-Ja Soon-Ja Jung-Sook Kyung-Hee Hyun-Joo Sun-Young Yoon-Hee Mi-Ran Hee-Jung Eun-Ji Ye-Jin Ha-Eun Da-Eun Seo-Hyun So-Young In-Sook Bo-Ram Na-Young Ji-Woo Min-Seo
    [korean M]
    Young-Ho Sung-Ho Min-Jun Ji-Hoon Dong-Hyun Seung-Hyun Jin-Woo Sang-Hoon Jae-Hyun Young-Soo Sung-Min Hyun-Woo Joon-Ho Kyung-Soo Jong-Soo Min-Ho Ji-Sung Tae-Hyun Sang-Woo Jung-Hoon Kwang-Soo Byung-Ho Chang-Ho Do-Hyun Seo-Joon Ha-Joon Jun-Young Jae-Won Dong-Wook Woo-Jin Yong-Ho In-Soo Ki-Hyun Hyung-Jin
    [filipino F]
    Maria Mary Marilyn Maricel Rowena Jocelyn Cristina Rosario Grace Marites Teresita Lourdes Analyn Liza Josephine Jennifer Michelle Angelica Rosalie Leonora Corazon Imelda Luzviminda Remedios Erlinda Gloria Maribel Arlene Cherry Rhodora Jasmine Princess Angel Nicole Kristine Ma.+Teresa Mary+Grace Mary+Ann Rose+Marie Maria+Theresa Mary+Jane
    [filipino M]
    Jose Reynaldo Rodel Ronaldo Ernesto Eduardo Antonio Ricardo Roberto Rolando Romeo Danilo Ferdinand Rommel Arnel Manuel Ramon Jun Mark Michael John Christian Joshua Angelo Renato Virgilio Wilfredo Edgardo Rogelio Nestor Jerome Benigno Crisanto Dennis Joel Noel Gerardo Jayson John+Paul John+Mark Mark+Anthony Jose+Mari John+Lloyd
    [south_asian F]
    Priya Anita Sunita Pooja Neha Kavita Deepa Lakshmi Meena Rekha Asha Usha Sita Geeta Radha Anjali Divya Swati Shweta Nisha Jyoti Manisha Fatima Ayesha Sana Saima Nasreen Shabana Rubina Farzana Harpreet Manpreet Gurpreet Jaspreet Simran Baljit Kulwinder Sarita Shanti Kamala Vidya Padma Aarti Ritu Preeti Sneha Shruti Nasim Shazia Sushma
    [south_asian M]
    Raj Amit Sanjay Rajesh Suresh Ramesh Vijay Anil Sunil Ravi Ashok Rahul Arjun Rohit Deepak Manoj Vikram Ajay Arun Mahesh Mukesh Dinesh Naveen Srinivas Venkatesh Krishna Harish Prakash Kiran Mohammed Imran Asif Tariq Naveed Faisal Abdul Rashid Harpreet Gurpreet Jaspreet Manpreet Balwinder Sukhdev Jagdish Narendra Bharat Jayesh Hitesh Ketan Nilesh Mohan Gopal Hari Ganesh Rizwan Zahid
    [arabic F]
    Fatima Aisha Mariam Zainab Khadija Amina Layla Noor Sara Huda Samira Nadia Rania Salma Yasmin Hala Amal Iman Hanan Najwa Rana Dalia Dina Mona Nour Rasha Reem Ruqayya Safiya Sawsan Suad Wafa Zahra Hayat Halima Abeer Lina Maha Nawal Ghada
    [arabic M]
    Mohammed Ahmed Ali Hassan Hussein Ibrahim Omar Khalid Abdullah Mahmoud Mustafa Youssef Abdul+Rahman Abdul+Aziz Karim Samir Tariq Faisal Nabil Jamal Bilal Hamza Ismail Sami Walid Ziad Rami Fadi Bassam Adel Hisham Nasser Salim Majid Anwar Marwan Osama Saleh Yasser Zaid Abdi Abdul+Karim Adnan Ayman Hani Hatem Imad Issa Malik Munir
    [slavic F]
    Olga Natalia Elena Irina Svetlana Tatiana Anna Maria Ekaterina Yulia Oksana Ludmila Galina Valentina Marina Anastasia Larisa Nina Vera Viktoria Ksenia Daria Polina Nadezhda Lyubov Alla Inna Iryna Halyna Agnieszka Katarzyna Malgorzata Magdalena Ewa Joanna Barbara Krystyna Zofia Jelena Milica Vesna Dragana
    [slavic M]
    Alexander Sergei Dmitry Andrei Alexei Vladimir Mikhail Igor Ivan Yuri Oleg Nikolai Evgeny Viktor Pavel Maxim Boris Vasily Konstantin Roman Anton Artem Denis Anatoly Leonid Gennady Valery Vitaly Grigory Oleksandr Mykola Volodymyr Taras Bohdan Andriy Piotr Krzysztof Andrzej Tomasz Jan Stanislaw Marek Wojciech Dragan Zoran Goran Milan
    """
}
